package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.OverUdp;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipMessage;

/** A 403 that may be for where the INVITE comes from: another port than the registration, or an address where a name must be. */
final class RefusedSource implements RefusalRule {

    private static final Kind OTHER_FLOW = Kind.of(
            "call-from-other-flow", Weight.FAILURE, 5626, "3.1", "refuser", "code", "user", "registered", "sent");
    private static final Kind ADDRESS_IN_CONTACT =
            Kind.of("teams-contact-is-address", Weight.FAILURE, 3261, "8.1.1.8", "refuser", "code", "contact");

    private static final int FORBIDDEN = 403;

    /** Direct Routing finds the customer by the host name in Contact. */
    private static final String TEAMS = "pstnhub.microsoft.com";

    private static final int MOST = 16;

    @Override
    public List<Kind> kinds() {
        return List.of(OTHER_FLOW, ADDRESS_IN_CONTACT);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return refusal.status() == FORBIDDEN
                ? refusal.attempt()
                        .request()
                        .flatMap(invite ->
                                address(refusal, invite, examined).or(() -> otherFlow(refusal, invite, examined)))
                : Optional.empty();
    }

    private static Optional<Finding> address(Refusal refusal, Message invite, Case examined) {
        SipMessage asked = examined.read(invite);
        // On another leg a Contact is that of somebody else: Teams saw the one of the SBC.
        boolean teams = !refusal.origin().elsewhere()
                && refusal.target(examined).toLowerCase(Locale.ROOT).contains(TEAMS);
        return asked.addresses("Contact").stream()
                .findFirst()
                .map(NameAddr::uri)
                .filter(uri -> teams && numeric(uri.host()))
                .map(uri -> RefusalFinding.about(ADDRESS_IN_CONTACT, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), invite)
                        .with("contact", uri.text())
                        .found());
    }

    private static boolean numeric(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    /** Over UDP a phone sends everything from the port from which it registered, if servers are to know it by that. */
    private static Optional<Finding> otherFlow(Refusal refusal, Message invite, Case examined) {
        Endpoint source = invite.captured().source();
        Optional<Message> register = examined
                .circumstances()
                .registrationsOf(examined.call().from())
                .stream()
                .limit(MOST)
                .flatMap(call -> accepted(call, invite).stream())
                .reduce((_, last) -> last);
        return register.filter(_ -> OverUdp.is(invite))
                .filter(known -> OverUdp.is(known)
                        && known.captured().source().host().equals(source.host())
                        && known.captured().source().port() != source.port())
                .map(known -> RefusalFinding.about(OTHER_FLOW, Certainty.POSSIBLE, refusal, examined)
                        .proof(refusal.response(), invite, known)
                        .with("user", examined.call().from().name())
                        .with("registered", Value.of(known.captured().source()))
                        .with("sent", Value.of(source))
                        .found());
    }

    private static Optional<Message> accepted(Call call, Message invite) {
        return call.transactions().stream()
                .filter(transaction -> transaction.method().equals("REGISTER")
                        && transaction
                                .server()
                                .host()
                                .equals(invite.captured().destination().host())
                        && transaction.accepted())
                .flatMap(transaction -> transaction.request().stream())
                .filter(register -> Elapsed.between(register, invite).isPresent())
                .reduce((_, last) -> last);
    }
}
