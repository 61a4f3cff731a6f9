package org.ringback.diagnosis.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.sip.Authentication;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Via;

/**
 * A request with a login that a server accepted from the same device, somewhere in the capture: then the password that it has is
 * right. Of two phones on one account, one may have an old password.
 *
 * @param answer the 2xx
 */
public record AcceptedLogin(Message request, Message answer) {

    /** So many registrations are looked through. */
    private static final int ENOUGH = 16;

    /** The first that is found in the same call, or in the registrations of caller and callee. */
    public static Optional<AcceptedLogin> of(Authentication login, Message rejected, Case examined) {
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
                .filter(accepted -> madeByOneDevice(accepted.request(), rejected))
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

    /**
     * Whether one device made both: its own Via, the last, names one host in both, and both came from one address unless a
     * proxy passed one of them on. One Call-ID is that of one device, wherever it sends from.
     */
    private static boolean madeByOneDevice(Message one, Message other) {
        if (one.head().callId().equals(other.head().callId())) {
            return true;
        }
        SipMessage left = SipMessage.parse(one.captured().bytes());
        SipMessage right = SipMessage.parse(other.captured().bytes());
        List<Via> first = left.vias();
        List<Via> second = right.vias();
        boolean passedOn = first.size() > 1 || second.size() > 1;
        return !first.isEmpty()
                && !second.isEmpty()
                && first.getLast().host().equalsIgnoreCase(second.getLast().host())
                && !(one.request("REGISTER") && other.request("REGISTER") && registersElsewhere(left, right))
                && (passedOn
                        || one.captured()
                                .source()
                                .host()
                                .equals(other.captured().source().host()));
    }

    /** Behind an SBC all phones come from its address, and only this tells them apart; a new connection has a new port. */
    private static boolean registersElsewhere(SipMessage one, SipMessage other) {
        Set<String> first = contacts(one);
        Set<String> second = contacts(other);
        return !first.isEmpty() && !second.isEmpty() && !first.equals(second);
    }

    private static Set<String> contacts(SipMessage register) {
        return register.addresses("Contact").stream()
                .map(contact -> contact.uri().user() + "@" + contact.uri().host())
                .collect(Collectors.toSet());
    }

    private static boolean carries(Message request, String user, String realm) {
        return request.loggedIn()
                && SipMessage.parse(request.captured().bytes()).credentials().stream()
                        .anyMatch(one -> LoginTry.realm(one).equals(realm)
                                && LoginTry.value(one, "username").equals(user));
    }
}
