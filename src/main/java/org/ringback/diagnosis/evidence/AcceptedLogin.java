package org.ringback.diagnosis.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.sip.Authentication;
import org.ringback.sip.SipMessage;

/**
 * A request with a login that a server accepted, somewhere in the capture: then the password of this login is right.
 *
 * @param answer the 2xx
 */
public record AcceptedLogin(Message request, Message answer) {

    /** So many registrations are looked through. */
    private static final int ENOUGH = 16;

    /** The first that is found in the same call, or in the registrations of caller and callee. */
    public static Optional<AcceptedLogin> of(Authentication login, Case examined) {
        String user = LoginTry.value(login, "username");
        String realm = LoginTry.realm(login);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Call own = examined.call();
        Set<Call> calls = new LinkedHashSet<>(List.of(own));
        Stream.of(own.from(), own.to())
                .flatMap(identity -> examined.circumstances().registrationsOf(identity).stream()
                        .limit(ENOUGH))
                .forEach(calls::add);
        return calls.stream()
                .flatMap(call -> Attempt.of(call.transactions(), _ -> true).stream())
                .flatMap(attempt -> accepted(attempt, user, realm).stream())
                .findFirst();
    }

    private static Optional<AcceptedLogin> accepted(Attempt attempt, String user, String realm) {
        Optional<Message> answer = attempt.finalResponse().filter(Message::success);
        return answer.isEmpty()
                ? Optional.empty()
                : attempt.request()
                        .filter(request -> carries(request, user, realm))
                        .map(request -> new AcceptedLogin(request, answer.get()));
    }

    private static boolean carries(Message request, String user, String realm) {
        boolean any = request.header("Authorization", "").isPresent()
                || request.header("Proxy-Authorization", "").isPresent();
        return any
                && SipMessage.parse(request.captured().bytes()).credentials().stream()
                        .anyMatch(one -> LoginTry.realm(one).equals(realm)
                                && LoginTry.value(one, "username").equals(user));
    }
}
