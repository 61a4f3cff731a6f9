package org.ringback.handbook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringback.Complaints;

/** What a code does to a dialog, against the verified facts. */
class DialogFactsTest {

    private static final Map<Integer, Map<String, String>> FACTS = FactTable.byCode("code-facts");

    /** How the facts word each effect; the first one that is found counts. */
    private static final Map<String, DialogEffect> WORDING = new LinkedHashMap<>();

    static {
        WORDING.put("same effect as a real transaction timeout", DialogEffect.ENDS_USAGE_ON_TIMEOUT);
        WORDING.put("NOT terminate", DialogEffect.NEVER_ENDS_DIALOG);
        WORDING.put("transaction only", DialogEffect.TRANSACTION_ONLY);
        WORDING.put("destroys dialog", DialogEffect.DESTROYS_DIALOG);
        WORDING.put("destroys usage", DialogEffect.DESTROYS_USAGE);
        WORDING.put("applies to the entire dialog", DialogEffect.WHOLE_DIALOG);
        WORDING.put("creates no dialog", DialogEffect.CREATES_NONE);
        WORDING.put("creates/keeps an early dialog", DialogEffect.EARLY_DIALOG);
        WORDING.put("ends that one early dialog", DialogEffect.ENDS_EARLY_DIALOG);
        WORDING.put("establishes or confirms", DialogEffect.ESTABLISHES);
        WORDING.put("same as 200", DialogEffect.ESTABLISHES);
        WORDING.put("refreshes the subscription", DialogEffect.REFRESHES_SUBSCRIPTION);
        WORDING.put("none", DialogEffect.NONE);
    }

    @Test
    void dialogEffectIsThatOfTheFacts() {
        var codes = Codes.load();
        var complaints = new Complaints();
        FACTS.forEach((number, row) -> complaints.expect(
                "dialogEffect of " + number + " in codes.json",
                codes.find(number).orElseThrow().dialogEffect(),
                effect(row.get("dialog_effect"))));
        complaints.assertNone();
    }

    private static DialogEffect effect(String prose) {
        return WORDING.entrySet().stream()
                .filter(wording -> prose.contains(wording.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("DialogFactsTest does not know: " + prose));
    }
}
