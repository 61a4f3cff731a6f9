package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.CallNumber;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.EmergencyService;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipMessage;
import org.ringback.sip.SipUri;

/** A 3xx as the last word: another address to try, which somebody may have tried under another Call-ID, or another service. */
final class Redirection implements Rule {

    private static final Kind NOT_FOLLOWED =
            Kind.of("redirect-not-followed", Weight.FAILURE, 3261, "8.1.3.4", "refuser", "code", "targets");
    private static final Kind NOWHERE =
            Kind.of("redirect-without-target", Weight.FAILURE, 3261, "21.3", "refuser", "code");
    private static final Kind FOLLOWED = Kind.of(
                    "redirect-followed", Weight.NORMAL, 3261, "8.1.3.4", "refuser", "code", "target", "callId")
            .settling();
    private static final Kind ASKED = Kind.of(
                    "redirect-answers-query",
                    Weight.NORMAL,
                    3261,
                    "8.1.3.4",
                    "refuser",
                    "code",
                    "sender",
                    "next",
                    "dialed")
            .settling();
    private static final Kind OTHER_SERVICE =
            Kind.of("other-service-needed", Weight.FAILURE, 3261, "21.3.5", "refuser", "code");
    private static final Kind EMERGENCY =
            Kind.of("emergency-redirected", Weight.FAILURE, 3261, "21.3.5", "refuser", "code", "target");

    private static final Kind EMERGENCY_FOLLOWED = Kind.of(
                    "emergency-redirect-followed", Weight.NORMAL, 3261, "21.3.5", "refuser", "code", "target", "callId")
            .settling();

    /** What whoever follows a redirection needs for it, in microseconds. */
    private static final long SOON = 10_000_000;

    /** A phone may have to register for emergencies first (3GPP TS 24.229, 5.1.6.1). Microseconds. */
    private static final long AFTER_REGISTRATION = 60_000_000;

    /** Where the capture ends sooner, who follows may not have begun. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Alternative Service. */
    private static final int OTHER_WAY = 380;

    /** What the alternative service is for, in the XML of IMS. */
    private static final Pattern TYPE = Pattern.compile("<(?:[\\w.-]+:)?type\\s*>\\s*([\\w-]+)");

    @Override
    public List<Kind> kinds() {
        return List.of(NOT_FOLLOWED, NOWHERE, FOLLOWED, ASKED, OTHER_SERVICE, EMERGENCY, EMERGENCY_FOLLOWED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.REFUSED);
    }

    @Override
    public boolean general() {
        return true;
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() == CallKind.CALL) {
            examined.refusal()
                    .filter(refusal -> refusal.status() < 400)
                    .map(refusal -> judge(refusal, examined))
                    .ifPresent(findings);
        }
    }

    private static Finding judge(Refusal refusal, Case examined) {
        List<SipUri> targets = targets(refusal, examined);
        String dialed = refusal.target(examined);
        Optional<Certainty> emergency = refusal.status() == OTHER_WAY
                ? emergency(dialed, targets, examined.read(refusal.response()))
                : Optional.empty();
        if (emergency.isPresent()) {
            Optional<Message> anew = emergencyCall(refusal, examined);
            if (anew.isPresent()) {
                return RefusalFinding.about(EMERGENCY_FOLLOWED, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), anew.get())
                        .with("target", target(anew.get()).text())
                        .with("callId", anew.get().head().callId())
                        .found();
            }
            return RefusalFinding.about(EMERGENCY, emergency.get(), refusal, examined)
                    .proof(refusal.response())
                    .with("target", dialed.isEmpty() ? new Value.Unknown() : Value.of(dialed))
                    .found();
        }
        if (targets.isEmpty() && !examined.whole(refusal.response())) {
            return RefusalFinding.about(NOT_FOLLOWED, Certainty.POSSIBLE, refusal, examined)
                    .proof(refusal.response())
                    .with("targets", new Value.Unknown())
                    .found();
        }
        if (targets.isEmpty()) {
            return RefusalFinding.about(
                            refusal.status() == OTHER_WAY ? OTHER_SERVICE : NOWHERE,
                            Certainty.CERTAIN,
                            refusal,
                            examined)
                    .proof(refusal.response())
                    .found();
        }
        Optional<Message> followed = followed(refusal, targets, examined);
        return followed.map(invite -> RefusalFinding.about(FOLLOWED, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), invite)
                        .with("target", target(invite).text())
                        .with("callId", invite.head().callId())
                        .found())
                .or(() -> asked(refusal, targets, examined))
                .orElseGet(() -> notFollowed(refusal, targets, examined));
    }

    /**
     * Who asks a server for the way of a ported number, or for the name of a caller, may be answered with a redirection, and
     * then dials the same number for the same caller elsewhere.
     */
    private static Optional<Finding> asked(Refusal refusal, List<SipUri> targets, Case examined) {
        Call own = examined.call();
        if (targets.stream().anyMatch(uri -> somebodyElse(uri, own))) {
            return Optional.empty();
        }
        String sender = refusal.told().captured().destination().host();
        String server = refusal.told().captured().source().host();
        String dialed = CallNumber.plain(own.to().user());
        return callsAfter(refusal, SOON, examined)
                .filter(call -> call.opening().captured().source().host().equals(sender)
                        && !call.opening().captured().destination().host().equals(server)
                        && call.from().user().equals(own.from().user())
                        && CallNumber.same(dialed, CallNumber.plain(call.to().user())))
                .map(Call::opening)
                .findFirst()
                .map(invite -> RefusalFinding.about(ASKED, Certainty.LIKELY, refusal, examined)
                        .proof(refusal.response(), invite)
                        .with("sender", Value.of(invite.captured().source()))
                        .with("next", Value.of(invite.captured().destination()))
                        .with("dialed", own.to().user())
                        .found());
    }

    /** A Contact that names neither of the two who talk, nor the way to a ported number (RFC 4694), is a forwarding. */
    private static boolean somebodyElse(SipUri named, Call own) {
        String user = named.user().toLowerCase(Locale.ROOT);
        String number = CallNumber.plain(named.user());
        return !user.isEmpty()
                && !user.contains(";rn=")
                && !user.contains(";npdi")
                && Stream.of(own.from(), own.to())
                        .noneMatch(one -> CallNumber.same(number, CallNumber.plain(one.user())));
    }

    /** The emergency call that the same phone set up after it was told to. */
    private static Optional<Message> emergencyCall(Refusal refusal, Case examined) {
        String phone = refusal.told().captured().destination().host();
        return callsAfter(refusal, AFTER_REGISTRATION, examined)
                // Behind one address there may be many people.
                .filter(call -> CallNumber.nobody(call.from())
                        || call.from().user().equals(examined.call().from().user()))
                .map(Call::opening)
                .filter(opening -> opening.captured().source().host().equals(phone)
                        && emergency(target(opening).text()))
                .findFirst();
    }

    private static Stream<Call> callsAfter(Refusal refusal, long within, Case examined) {
        Call own = examined.call();
        return examined.circumstances().begunAfter(refusal.response(), within).stream()
                .filter(call -> call != own
                        && call.kind() == CallKind.CALL
                        && call.opening().request("INVITE")
                        && !call.opening().insideDialog());
    }

    private static Finding notFollowed(Refusal refusal, List<SipUri> targets, Case examined) {
        boolean ends = examined.watchedAfter(refusal.response())
                .filter(watched -> watched.compareTo(AT_ONCE) < 0)
                .isPresent();
        return RefusalFinding.about(NOT_FOLLOWED, ends ? Certainty.POSSIBLE : Certainty.LIKELY, refusal, examined)
                .proof(refusal.response())
                .with(
                        "targets",
                        new Value.Several(targets.stream().map(SipUri::text).toList()))
                .found();
    }

    /**
     * How sure it is that another way is wanted because it is an emergency call. IMS says so in the body, and may name the
     * service in the Contact, when a phone took an emergency number for an ordinary one (3GPP TS 24.229, 5.1.2A.1.1 and 7.6).
     */
    private static Optional<Certainty> emergency(String dialed, List<SipUri> targets, SipMessage response) {
        if (targets.stream().anyMatch(uri -> EmergencyService.named(uri.text()))) {
            return Optional.of(Certainty.CERTAIN);
        }
        Optional<String> body = ImsBody.of(response);
        Optional<String> service = body.map(TYPE::matcher).filter(Matcher::find).map(found -> found.group(1));
        if (service.isPresent()) {
            return service.filter(type -> type.equalsIgnoreCase("emergency")).map(_ -> Certainty.CERTAIN);
        }
        return body.isPresent() || emergency(dialed) ? Optional.of(Certainty.LIKELY) : Optional.empty();
    }

    private static boolean emergency(String dialed) {
        return EmergencyService.named(dialed)
                || EmergencyService.reserved(dialed)
                || EmergencyService.reserved(SipUri.of(dialed).user());
    }

    /** A B2BUA calls the new address under a Call-ID of its own. */
    private static Optional<Message> followed(Refusal refusal, List<SipUri> targets, Case examined) {
        return callsAfter(refusal, SOON, examined)
                .map(Call::opening)
                .filter(opening ->
                        targets.stream().anyMatch(uri -> same(uri, target(opening)) || redialed(uri, opening, refusal)))
                .findFirst();
    }

    /** A phone names its own server in the Contact, and who was redirected dials the number there by a way of its own. */
    private static boolean redialed(SipUri named, Message opening, Refusal refusal) {
        return opening.captured()
                        .source()
                        .host()
                        .equals(refusal.told().captured().destination().host())
                && !named.user().isEmpty()
                && CallNumber.sameAfterDialPlan(
                        CallNumber.plain(named.user()),
                        CallNumber.plain(target(opening).user()));
    }

    /** Whether it is one, and nothing shows that anybody tried its targets. */
    static boolean unfollowed(Refusal refusal, Case examined) {
        List<SipUri> targets = targets(refusal, examined);
        return refusal.status() < 400
                && !targets.isEmpty()
                && followed(refusal, targets, examined).isEmpty()
                && asked(refusal, targets, examined).isEmpty();
    }

    private static List<SipUri> targets(Refusal refusal, Case examined) {
        return examined.read(refusal.response()).addresses("Contact").stream()
                .map(NameAddr::uri)
                .filter(uri -> !uri.text().isEmpty())
                .toList();
    }

    private static SipUri target(Message request) {
        return SipUri.of(
                SipMessage.parse(request.captured().bytes()).requestUri().orElse(""));
    }

    private static boolean same(SipUri one, SipUri other) {
        return one.host().isEmpty()
                ? one.text().equalsIgnoreCase(other.text())
                : one.user().equals(other.user()) && one.host().equalsIgnoreCase(other.host());
    }
}
