package org.ringback.diagnosis.rule.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Dialog;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipUri;

/**
 * Requests inside a dialog that do not go the way that its setup laid down (RFC 3261, 12.1 and 12.2.1.1). Only those
 * that their author sends are judged, which have a single Via: a proxy takes itself out of the Route header.
 */
final class RouteSet implements Rule {

    private static final Kind MISSING =
            Kind.of("route-missing", Weight.TROUBLE, 3261, "12.2.1.1", "method", "sender", "routes", "sent");
    private static final Kind STRICT = Kind.of("strict-route", Weight.TROUBLE, 3261, "16.12.1.2", "route", "method");
    private static final Kind OTHER_TARGET = Kind.of(
                    "contact-ignored", Weight.TROUBLE, 3261, "12.2.1.1", "method", "sender", "contact", "used")
            .unless("ack-misdirected");

    /** Once may be a lost packet. */
    private static final long REPEATS = 2;

    @Override
    public List<Kind> kinds() {
        return List.of(MISSING, STRICT, OTHER_TARGET);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.ANSWERED);
    }

    /** A dialog with the INVITE that made it, once for each hop. */
    private record Setup(Dialog dialog, List<Transaction> invitations) {}

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Dialog dialog : examined.dialogs()) {
            dialog.answer().ifPresent(answer -> {
                strict(dialog, answer, examined).ifPresent(findings);
                var setup = new Setup(dialog, invitations(dialog));
                for (Transaction sent : dialog.transactions()) {
                    Optional<Finding> found = inside(sent) ? judge(setup, sent, examined) : Optional.empty();
                    if (found.isPresent()) {
                        findings.accept(found.get());
                        break;
                    }
                }
            });
        }
    }

    /** A strict router does no harm where everyone else knows it, so something must have failed. */
    private static Optional<Finding> strict(Dialog dialog, Message answer, Case examined) {
        return firstLost(dialog)
                .flatMap(lost -> examined.read(answer).addresses("Record-Route").stream()
                        .map(NameAddr::uri)
                        .filter(uri -> uri.sip() && !uri.parameters().has("lr"))
                        .findFirst()
                        .map(uri -> Finding.about(STRICT, Certainty.POSSIBLE)
                                .proof(answer, lost.first())
                                .with("route", uri.text())
                                .with("method", lost.method())
                                .found()));
    }

    private static Optional<Transaction> firstLost(Dialog dialog) {
        for (Transaction sent : dialog.transactions()) {
            if (!sent.method().equals("ACK") && inside(sent) && lost(sent) && !late(sent, dialog)) {
                return Optional.of(sent);
            }
        }
        return Optional.empty();
    }

    private static boolean inside(Transaction sent) {
        return sent.request().filter(Message::insideDialog).isPresent();
    }

    /** Sent when the other side had hung up already: that nobody takes it any more has nothing to do with its way. */
    private static boolean late(Transaction sent, Dialog dialog) {
        return dialog.bye()
                .filter(bye -> sent.first() != bye && bye.time() <= sent.first().time())
                .isPresent();
    }

    private static Optional<Finding> judge(Setup setup, Transaction sent, Case examined) {
        Message request = sent.request().orElseThrow();
        if (sent.client().host().isEmpty()) {
            return Optional.empty();
        }
        boolean byCaller = request.head().fromTag().equals(setup.dialog().callerTag());
        Optional<Message> laidDown = byCaller ? answerTo(setup, sent) : invitationOf(setup, sent);
        if (laidDown.isEmpty()) {
            return Optional.empty();
        }
        boolean astray = examined.headers(laidDown.get()).has("Record-Route")
                && !examined.headers(request).has("Route")
                && examined.whole(request);
        if (!astray && (!byCaller || !failed(sent, laidDown.get(), setup))) {
            return Optional.empty();
        }
        if (examined.read(request).vias().size() != 1
                || (byCaller && !ownInvitation(laidDown.get(), setup, examined))) {
            return Optional.empty();
        }
        List<String> routes = examined.read(laidDown.get()).addresses("Record-Route").stream()
                .map(route -> route.uri().text())
                .toList();
        if (astray) {
            return Optional.of(Finding.about(MISSING, Certainty.LIKELY)
                    .proof(laidDown.get(), request)
                    .with("method", request.head().method())
                    .with("sender", Value.of(request.captured().source()))
                    .with("routes", Value.of(byCaller ? routes.reversed() : routes))
                    .with("sent", Value.of(request.captured().destination()))
                    .found());
        }
        return byCaller ? otherTarget(setup, sent, laidDown.get(), examined) : Optional.empty();
    }

    /** Whether the INVITE of an answer was sent by its author and not by a proxy. */
    private static boolean ownInvitation(Message answer, Setup setup, Case examined) {
        return setup.invitations().stream()
                .filter(hop -> hop.messages().contains(answer))
                .flatMap(hop -> hop.request().stream())
                .anyMatch(invite -> examined.read(invite).vias().size() == 1);
    }

    /** The 2xx as the sender of a request got it. */
    private static Optional<Message> answerTo(Setup setup, Transaction sent) {
        for (Transaction hop : setup.invitations()) {
            if (hop.client().host().equals(sent.client().host())) {
                for (Message message : hop.messages()) {
                    if (message.success()
                            && message.head().toTag().equals(setup.dialog().calleeTag())) {
                        return Optional.of(message);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The INVITE as the callee got it. */
    private static Optional<Message> invitationOf(Setup setup, Transaction sent) {
        for (Transaction hop : setup.invitations()) {
            if (hop.server().host().equals(sent.client().host())) {
                return hop.request();
            }
        }
        return Optional.empty();
    }

    private static List<Transaction> invitations(Dialog dialog) {
        List<Transaction> invitations = new ArrayList<>(1);
        for (Transaction hop : dialog.transactions()) {
            if (hop.method().equals("INVITE")
                    && hop.request().filter(invite -> !invite.insideDialog()).isPresent()) {
                invitations.add(hop);
            }
        }
        return invitations;
    }

    /** Still sent to the address that was dialed although the callee gave another one, and it did not work. */
    private static Optional<Finding> otherTarget(Setup setup, Transaction sent, Message answer, Case examined) {
        Message request = sent.request().orElseThrow();
        Optional<SipUri> contact = examined.read(answer).addresses("Contact").stream()
                .findFirst()
                .map(NameAddr::uri)
                .filter(SipUri::sip);
        Optional<SipUri> used = target(request, examined);
        boolean asDialed = setup.invitations().stream()
                .filter(hop -> hop.messages().contains(answer))
                .flatMap(hop -> hop.request().stream())
                .anyMatch(invite -> target(invite, examined)
                        .filter(dialed -> used.filter(uri -> same(uri, dialed)).isPresent())
                        .isPresent());
        if (contact.isEmpty()
                || !asDialed
                || same(used.get(), contact.get())
                // Behind NAT the address that packets come from is better than the Contact.
                || used.get().host().equals(answer.captured().source().host())) {
            return Optional.empty();
        }
        return Optional.of(Finding.about(OTHER_TARGET, Certainty.LIKELY)
                .proof(answer, request)
                .with("method", request.head().method())
                .with("sender", Value.of(request.captured().source()))
                .with("contact", contact.get().text())
                .with("used", used.get().text())
                .found());
    }

    /** Refused, or sent again because nothing came back; the capture may end before a response. */
    private static boolean lost(Transaction sent) {
        Optional<Message> told = sent.finalResponse();
        return told.isPresent() ? !told.get().success() && !told.get().challenge() : sent.repeatedRequests() >= REPEATS;
    }

    private static boolean failed(Transaction sent, Message answer, Setup setup) {
        if (!sent.method().equals("ACK")) {
            return lost(sent);
        }
        for (Transaction hop : setup.invitations()) {
            if (hop.messages().contains(answer)) {
                return hop.messages().stream()
                        .anyMatch(message -> message.success()
                                && message.retransmission()
                                && message.time() > sent.first().time());
            }
        }
        return false;
    }

    private static Optional<SipUri> target(Message request, Case examined) {
        return examined.read(request).requestUri().map(SipUri::of);
    }

    private static boolean same(SipUri one, SipUri other) {
        return one.user().equals(other.user())
                && one.host().toLowerCase(Locale.ROOT).equals(other.host().toLowerCase(Locale.ROOT));
    }
}
