package org.ringback.diagnosis.evidence;

import java.util.List;
import org.ringback.call.Attempt;
import org.ringback.call.Message;

/** A re-INVITE or UPDATE that its sender was finally refused; a challenge or the receipt of a CANCEL is no refusal. */
public record RefusedInvite(Attempt attempt, Message response) {

    /** Those of re-INVITEs, in order. */
    public static List<RefusedInvite> ofChanges(Case examined) {
        return ofChanges("INVITE", examined);
    }

    /** Those of requests of a method inside a dialog, in order. */
    public static List<RefusedInvite> ofChanges(String method, Case examined) {
        return examined.attempts(method).stream()
                .filter(attempt ->
                        attempt.request().filter(Message::insideDialog).isPresent())
                .flatMap(attempt -> attempt.finalResponse().stream()
                        .filter(told -> told.head().status() >= 400
                                && !told.challenge()
                                && told.head().status() != 487)
                        .map(told -> new RefusedInvite(attempt, told)))
                .toList();
    }

    /** Whether an INVITE outside a dialog got a 2xx. */
    public static boolean answered(Case examined) {
        return examined.attempts("INVITE").stream()
                .filter(attempt -> attempt.request()
                        .filter(request -> !request.insideDialog())
                        .isPresent())
                .anyMatch(Attempt::accepted);
    }

    public int status() {
        return response.head().status();
    }
}
