package org.ringback.diagnosis.rule.registration;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.evidence.OtherCalls;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.unanswered.UnansweredInvite;
import org.ringback.sip.NameAddr;

/**
 * A call to a phone behind NAT that never arrives: the router has forgotten the port through which the phone registered
 * (RFC 5626, 3.5), or the server calls the private address from its Contact (RFC 3581, 4).
 */
final class LostBinding implements Rule {

    private static final Kind AGED =
            Kind.of("nat-binding-aged-out", Weight.FAILURE, 5626, "3.5", "sender", "phone", "span");
    private static final Kind MOVED =
            Kind.of("called-at-former-address", Weight.FAILURE, 5626, "3.5", "sender", "former", "now", "user", "span");
    private static final Kind PRIVATE =
            Kind.of("registered-private-target", Weight.FAILURE, 3581, "4", "sender", "target", "seen");

    /** Routers forget a flow of UDP after 30 seconds at the earliest. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);

    private static final Pattern INSTANCE = Pattern.compile("(?i)\\+sip\\.instance\\s{0,3}=\\s{0,3}\"([^\"]{1,128})\"");

    /** Fewer repetitions may be due to a response that was on its way. */
    private static final int PROOF = 3;

    @Override
    public List<Kind> kinds() {
        return List.of(AGED, MOVED, PRIVATE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REPEATED, Sign.UNANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() != CallKind.CALL || examined.call().retransmissions() < PROOF) {
            return;
        }
        examined.setup().stream()
                .flatMap(attempt -> attempt.hops().stream()
                        .filter(hop -> lost(hop, attempt))
                        .flatMap(hop -> look(hop, examined).stream()))
                .findFirst()
                .ifPresent(findings);
    }

    private static boolean lost(Transaction hop, Attempt attempt) {
        return !hop.responded()
                && hop.repeatedRequests() >= PROOF
                && hop.first().captured().transport() == Transport.UDP
                && !UnansweredInvite.passedOn(hop, attempt);
    }

    private static Optional<Finding> look(Transaction hop, Case examined) {
        Message invite = hop.first();
        OtherCalls others = examined.circumstances().others();
        List<Message> registers = Stream.concat(
                        Stream.concat(
                                examined
                                        .circumstances()
                                        .registrationsOf(examined.call().to())
                                        .stream()
                                        .limit(16),
                                others.registrationsOf(examined.call().to().user()).stream()),
                        others.between(hop.server().host(), hop.client().host(), invite.time()).stream())
                .distinct()
                .filter(call -> call.kind() == CallKind.REGISTRATION)
                .flatMap(call -> accepted(call, hop.client()).stream())
                .filter(register -> Elapsed.between(register, invite).isPresent())
                .toList();
        return moved(hop, registers, examined)
                .or(() -> aged(hop, registers, examined))
                .or(() -> inner(hop, registers));
    }

    /** The REGISTER requests that this server accepted. */
    private static List<Message> accepted(Call call, Endpoint server) {
        return call.transactions().stream()
                .filter(transaction -> transaction.method().equals("REGISTER")
                        && transaction.server().host().equals(server.host())
                        && transaction.accepted())
                .flatMap(transaction -> transaction.request().stream())
                .toList();
    }

    /** The phone has registered from another address since, and the server still calls the former one. */
    private static Optional<Finding> moved(Transaction hop, List<Message> registers, Case examined) {
        Message invite = hop.first();
        String user = examined.call().to().user();
        List<Message> own = registers.stream()
                .filter(register -> !user.isEmpty() && user.equals(registered(register)))
                .sorted(Comparator.comparingLong(Message::time))
                .toList();
        Optional<Message> former = own.stream()
                .filter(register -> register.captured().source().equals(hop.server()))
                .reduce((_, next) -> next);
        Optional<Message> now = own.stream()
                .filter(register -> !register.captured().source().equals(hop.server()))
                .filter(register -> former.filter(old -> sameDevice(old, register))
                        .flatMap(old -> Elapsed.between(old, register))
                        .isPresent())
                .reduce((_, next) -> next);
        // Two that register in turn are two, each of which may be called.
        boolean inTurn = former.isPresent()
                && now.isPresent()
                && own.stream()
                        .anyMatch(register -> register.captured()
                                        .source()
                                        .equals(now.get().captured().source())
                                && register.time() <= former.get().time());
        return now.filter(register -> !inTurn && !calledThere(hop, register, examined))
                .flatMap(register -> Elapsed.between(register, invite)
                        .map(passed -> Finding.about(MOVED, sure(hop, register))
                                .proof(invite, register, former.orElseThrow())
                                .with("sender", Value.of(hop.client()))
                                .with("former", Value.of(hop.server()))
                                .with("now", Value.of(register.captured().source()))
                                .with("user", user)
                                .with("span", Value.of(passed))
                                .found()));
    }

    private static String registered(Message register) {
        return register.header("To", "t").stream()
                .flatMap(value -> NameAddr.all(value).stream())
                .findFirst()
                .map(to -> to.uri().user())
                .orElse("");
    }

    /** At another router there may be another phone with the same inner address. */
    private static Certainty sure(Transaction hop, Message register) {
        return register.captured().source().host().equals(hop.server().host()) ? Certainty.LIKELY : Certainty.POSSIBLE;
    }

    /**
     * Of two devices on one account each may be called: this is one and the same if it names the same Contact, and no other
     * instance (RFC 5626, 4.1) or product.
     */
    private static boolean sameDevice(Message one, Message other) {
        return contactHost(one).isPresent()
                && contactHost(one).equals(contactHost(other))
                && instance(one).equals(instance(other))
                && one.header("User-Agent", "").equals(other.header("User-Agent", ""));
    }

    private static Optional<String> instance(Message register) {
        return register.header("Contact", "m").stream()
                .flatMap(value -> INSTANCE.matcher(value).results())
                .findFirst()
                .map(found -> found.group(1));
    }

    /** Whether the new address is called as well. */
    private static boolean calledThere(Transaction hop, Message register, Case examined) {
        Endpoint now = register.captured().source();
        return Stream.concat(
                        examined.messages().stream(),
                        examined
                                .circumstances()
                                .others()
                                .between(
                                        hop.client().host(),
                                        now.host(),
                                        hop.first().time())
                                .stream()
                                .map(Call::opening)
                                .filter(opening ->
                                        Elapsed.between(register, opening).isPresent()))
                .anyMatch(message -> message.request("INVITE")
                        && message.captured().destination().equals(now));
    }

    private static Optional<Finding> aged(Transaction hop, List<Message> registers, Case examined) {
        Message invite = hop.first();
        Optional<Message> last = registers.stream()
                .filter(register -> register.captured().source().equals(hop.server()) && behindNat(register))
                .reduce((_, next) -> next);
        OtherCalls others = examined.circumstances().others();
        boolean heard = Stream.of(
                        others.between(hop.server().host(), hop.client().host(), invite.time()),
                        others.between(hop.client().host(), hop.server().host(), invite.time()))
                .flatMap(List::stream)
                .flatMap(call -> call.messages().stream())
                .filter(message -> message.captured().source().equals(hop.server()))
                .anyMatch(message -> Elapsed.between(message, invite)
                        .filter(passed -> passed.compareTo(FORGOTTEN) < 0)
                        .isPresent());
        return last.filter(_ -> !heard)
                .flatMap(register -> Elapsed.between(register, invite)
                        .filter(passed -> passed.compareTo(FORGOTTEN) >= 0)
                        .map(passed -> Finding.about(AGED, Certainty.LIKELY)
                                .proof(invite, register)
                                .with("sender", Value.of(hop.client()))
                                .with("phone", Value.of(hop.server()))
                                .with("span", Value.of(passed))
                                .found()));
    }

    /** Its Contact names another address than the packet comes from. */
    private static boolean behindNat(Message register) {
        Endpoint source = register.captured().source();
        return contactHost(register)
                .filter(host -> Networks.inner(host) && !host.equals(source.host()))
                .isPresent();
    }

    private static Optional<String> contactHost(Message register) {
        return register.header("Contact", "m").stream()
                .flatMap(value -> NameAddr.all(value).stream())
                .findFirst()
                .map(contact -> contact.uri().host());
    }

    private static Optional<Finding> inner(Transaction hop, List<Message> registers) {
        return registers.stream()
                .filter(register -> behindNat(register)
                        && Networks.outer(register.captured().source().host())
                        && contactHost(register)
                                .filter(hop.server().host()::equals)
                                .isPresent())
                .reduce((_, next) -> next)
                .map(register -> Finding.about(PRIVATE, Certainty.LIKELY)
                        .proof(hop.first(), register)
                        .with("sender", Value.of(hop.client()))
                        .with("target", Value.of(hop.server()))
                        .with("seen", Value.of(register.captured().source()))
                        .found());
    }
}
