package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Dialed;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.SipUri;

/**
 * A number that was refused and is an emergency number behind digits that do not belong to it: the digit for an outside line,
 * or the country code that a dial plan puts before everything. Emergency numbers are sent as they are dialed, or as urn:service:sos (RFC 5031).
 */
final class EmergencyPrefix implements RefusalRule {

    private static final Kind PREFIX = Kind.of(
                    "emergency-number-with-prefix",
                    Weight.FAILURE,
                    5031,
                    null,
                    "refuser",
                    "code",
                    "dialed",
                    "prefix",
                    "number")
            .unless("forbidden-for-password");

    /**
     * The digit for an outside line, or a plus with the country code. Numbers that are known far beyond one country; an
     * extension of four digits that begins with 9 may be one, so for 9 only 911 and 112.
     */
    private static final Pattern PREFIXED =
            Pattern.compile("(0{1,2}|\\+|\\+[1-9]\\d{0,2})(110|112|911|999)|(9)(911|112)|(\\+44|0044)(999)");

    /** What is said of a number that leads nowhere, or of a call that is not let through. */
    private static final Set<Integer> NOT_REACHED =
            Set.of(400, 403, 404, 410, 416, 480, 484, 485, 500, 501, 502, 503, 504, 603, 604);

    @Override
    public List<Kind> kinds() {
        return List.of(PREFIX);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return NOT_REACHED.contains(refusal.status())
                        && refusal.attempt().ringing().isEmpty()
                ? look(refusal, examined)
                : Optional.empty();
    }

    /** Whether other calls go to numbers of the same length that begin with the same digit: then it is none for an outside line. */
    private static boolean extensionsLikeIt(String dialed, Case examined) {
        return examined.circumstances().others().passed(examined.call()).stream()
                .map(call -> call.to().user())
                .anyMatch(other -> other.length() == dialed.length()
                        && other.startsWith(dialed.substring(0, 1))
                        && !other.equals(dialed));
    }

    private static Optional<Finding> look(Refusal refusal, Case examined) {
        String dialed = Dialed.of(
                        SipUri.unescaped(SipUri.of(refusal.target(examined)).user()))
                .text();
        Matcher prefixed = PREFIXED.matcher(dialed);
        if (!prefixed.matches() || refusal.request().isEmpty()) {
            return Optional.empty();
        }
        if (!dialed.startsWith("+") && extensionsLikeIt(dialed, examined)) {
            return Optional.empty();
        }
        int group = prefixed.group(1) != null ? 1 : prefixed.group(3) != null ? 3 : 5;
        Certainty certainty = group == 3 ? Certainty.POSSIBLE : Certainty.LIKELY;
        return Optional.of(RefusalFinding.about(PREFIX, certainty, refusal, examined)
                .proof(refusal.response(), refusal.request().get())
                .with("dialed", dialed)
                .with("prefix", prefixed.group(group))
                .with("number", prefixed.group(group + 1))
                .found());
    }
}
