package org.ringback.handbook;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;

/** What the caller may do after a code, against the verified facts. */
class RetryFactsTest {

    private static final Map<Integer, Map<String, String>> FACTS = FactTable.byCode("code-facts");

    @Test
    void retryIsWhatTheFactsAllow() {
        var codes = Codes.load();
        var complaints = new Complaints();
        FACTS.forEach((number, row) -> {
            Retry retry = codes.find(number).orElseThrow().retry();
            if (!allowed(row).contains(retry)) {
                complaints.expect("retry of " + number + " in codes.json, from: " + row, retry, allowed(row));
            }
        });
        complaints.assertNone();
    }

    private static Set<Retry> allowed(Map<String, String> row) {
        String rule = row.get("retry_rule");
        return switch (row.get("uac_retry")) {
            case "n/a" -> EnumSet.of(Retry.NOT_NEEDED);
            case "auto" -> EnumSet.of(Retry.AUTOMATIC);
            case "auto-conditional" -> {
                if (rule.contains("alternate server")) {
                    yield EnumSet.of(Retry.ELSEWHERE);
                }
                yield EnumSet.of(
                        rule.contains("more digits") || rule.contains("compact form")
                                ? Retry.AFTER_CHANGE
                                : Retry.AUTOMATIC);
            }
            case "conditional" -> EnumSet.of(Retry.AFTER_CHANGE);
            case "later" -> EnumSet.of(Retry.LATER);
            case "user-decision" -> EnumSet.of(Retry.ASK_USER);
            case "proxy only" -> EnumSet.of(Retry.PROXY_ONLY);
            case "no" -> {
                if (row.get("kind").equals("provisional")) {
                    yield EnumSet.of(Retry.KEEP_WAITING);
                }
                if (rule.equals("-")) {
                    yield EnumSet.of(Retry.NEVER);
                }
                yield rule.contains("normal end")
                        ? EnumSet.of(Retry.NOT_NEEDED)
                        : EnumSet.of(Retry.NEVER, Retry.AFTER_CHANGE);
            }
            default -> throw new AssertionError("RetryFactsTest does not know " + row.get("uac_retry"));
        };
    }
}
