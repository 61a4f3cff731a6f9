package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.CallKind;
import org.ringback.call.Identity;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.evidence.CallsTaken;
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
import org.ringback.sip.NameAddr;

/** A registration, subscription, OPTIONS or other request that is no call and was refused in the end. */
public final class RefusedRequest implements Rule {

    private static final Kind REGISTER =
            Kind.of("register-refused", Weight.FAILURE, 3261, "10.3", "refuser", "code", "account");
    private static final Kind REGISTERED_LATER = Kind.of(
                    "register-refused-then-accepted", Weight.NORMAL, 3261, "10.3", "refuser", "code", "account")
            .settling();
    private static final Kind REGISTRAR =
            Kind.of("registrar-failed", Weight.FAILURE, 3261, "21.5", "refuser", "code", "account");
    private static final Kind SUBSCRIBE =
            Kind.of("subscribe-refused", Weight.FAILURE, 6665, "4.1.2.1", "refuser", "code", "account");
    private static final Kind OPTIONS = Kind.of("options-refused", Weight.NORMAL, 3261, "11.2", "refuser", "code")
            .settling();
    private static final Kind UNAVAILABLE =
            Kind.of("options-unavailable", Weight.TROUBLE, 3261, "11.2", "refuser", "code");
    private static final Kind BODY = Kind.of(
            "request-body-refused", Weight.FAILURE, 3261, "21.4.13", "refuser", "code", "method", "type", "accepted");
    private static final Kind KEEPALIVE = Kind.of("keepalive-refused", Weight.NORMAL, 3261, "8.2.1", "refuser", "code")
            .settling();
    private static final Kind MOVED =
            Kind.of("register-redirected", Weight.FAILURE, 3261, "8.1.3.4", "refuser", "code", "account", "targets");
    private static final Kind FORM = Kind.of(
            "subscription-form-refused",
            Weight.FAILURE,
            6665,
            "4.1.2.1",
            "refuser",
            "code",
            "account",
            "event",
            "accept");
    private static final Kind NO_OUTBOUND =
            Kind.of("register-without-outbound", Weight.FAILURE, 5626, "6", "refuser", "code", "account");
    private static final Kind UNDELIVERED =
            Kind.of("message-receiver-not-there", Weight.FAILURE, 3428, "7", "refuser", "code", "account");
    private static final Kind NOTIFY =
            Kind.of("notify-refused", Weight.FAILURE, 6665, "4.1.3", "refuser", "code", "sender", "event");
    private static final Kind REMOTE =
            Kind.of("remote-call-refused", Weight.FAILURE, 3515, "2.4.2", "refuser", "code", "sender", "target");
    private static final Kind OTHER =
            Kind.of("request-refused", Weight.FAILURE, 3261, "8.2", "refuser", "code", "method");

    /** Not acceptable, and a type that is not known. */
    private static final Set<Integer> FORM_CODES = Set.of(406, 415);

    private static final int LACKS_OUTBOUND = 439;

    /** Nobody of this name, or nobody who can be reached now. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 408, 410, 430, 480, 604);

    @Override
    public List<Kind> kinds() {
        return List.of(
                REGISTER,
                REGISTERED_LATER,
                REGISTRAR,
                SUBSCRIBE,
                OPTIONS,
                UNAVAILABLE,
                BODY,
                MOVED,
                FORM,
                NO_OUTBOUND,
                UNDELIVERED,
                NOTIFY,
                KEEPALIVE,
                REMOTE,
                OTHER);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public boolean general() {
        return true;
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() != CallKind.CALL) {
            examined.refusal()
                    .filter(refusal -> !refusal.response().challenge())
                    .flatMap(refusal -> judge(refusal, examined))
                    .ifPresent(findings);
        }
    }

    private static Optional<Finding> judge(Refusal refusal, Case examined) {
        String method = examined.call().method();
        Optional<Finding> special = ofStatus(method, refusal, examined);
        if (special.isPresent()) {
            return special;
        }
        return switch (method) {
            case "REGISTER" ->
                Optional.of(about(ofRegistration(refusal, examined), refusal, examined)
                        .with("account", account(examined.call().to()))
                        .found());
            case "SUBSCRIBE" ->
                lost(refusal)
                        ? Optional.empty()
                        : Optional.of(about(SUBSCRIBE, refusal, examined)
                                .with("account", account(examined.call().to()))
                                .found());
            case "OPTIONS" ->
                ofOptions(refusal, examined)
                        .map(kind -> about(kind, refusal, examined).found());
            case "REFER" ->
                Optional.of(about(REMOTE, refusal, examined)
                        .with("sender", Value.of(refusal.attempt().root().client()))
                        .with(
                                "target",
                                refusal.attempt()
                                        .request()
                                        .map(RefusedRequest::referredTo)
                                        .orElseGet(Value.Unknown::new))
                        .found());
            default ->
                Optional.of((refusal.status() == 415 ? body(refusal, examined) : about(OTHER, refusal, examined))
                        .with("method", method)
                        .found());
        };
    }

    /** What a method is refused with that says more by itself. */
    private static Optional<Finding> ofStatus(String method, Refusal refusal, Case examined) {
        if (method.equals("REGISTER") && refusal.status() < 400 && !LaterSuccess.registered(refusal, examined)) {
            return Optional.of(about(MOVED, refusal, examined)
                    .with("account", account(examined.call().to()))
                    .with(
                            "targets",
                            Value.of(examined.read(refusal.response()).addresses("Contact").stream()
                                    .map(address -> address.uri().text())
                                    .toList()))
                    .found());
        }
        if (method.equals("REGISTER")
                && refusal.status() == LACKS_OUTBOUND
                && !LaterSuccess.registered(refusal, examined)) {
            return Optional.of(about(NO_OUTBOUND, refusal, examined)
                    .with("account", account(examined.call().to()))
                    .found());
        }
        if (method.equals("SUBSCRIBE") && refusal.status() == 415 && hasBody(refusal)) {
            return Optional.of(body(refusal, examined).with("method", method).found());
        }
        if (method.equals("SUBSCRIBE")
                && FORM_CODES.contains(refusal.status())
                && refusal.attempt()
                        .request()
                        .flatMap(request -> request.header("Accept", ""))
                        .isPresent()) {
            return Optional.of(about(FORM, refusal, examined)
                    .with("account", account(examined.call().to()))
                    .with("event", header(refusal, "Event", "o"))
                    .with("accept", header(refusal, "Accept", ""))
                    .found());
        }
        if (method.equals("MESSAGE") && NOT_THERE.contains(refusal.status())) {
            return Optional.of(about(UNDELIVERED, refusal, examined)
                    .with("account", account(examined.call().to()))
                    .found());
        }
        if (method.equals("NOTIFY")
                && refusal.attempt().request().filter(KeepAlive::is).isPresent()) {
            // A proxy may say so of the phone behind it: then nothing shows that the way is open.
            return SignOfLife.in(refusal.status())
                    ? Optional.of(about(KEEPALIVE, refusal, examined).found())
                    : Optional.empty();
        }
        if (method.equals("NOTIFY") && refusal.status() != 481 && !LaterSuccess.notified(refusal, examined)) {
            return Optional.of(about(NOTIFY, refusal, examined)
                    .with("sender", Value.of(refusal.attempt().root().client()))
                    .with("event", header(refusal, "Event", "o"))
                    .found());
        }
        return Optional.empty();
    }

    private static boolean hasBody(Refusal refusal) {
        return refusal.attempt()
                .request()
                .flatMap(request -> request.header("Content-Type", "c"))
                .isPresent();
    }

    /** A subscription that the other side has forgotten was not refused (RFC 6665, 4.1.2.2). */
    private static boolean lost(Refusal refusal) {
        return refusal.status() == 481
                && refusal.attempt().request().filter(Message::insideDialog).isPresent();
    }

    /** Who takes a call afterwards is there all the same; who took one before may have stopped meanwhile or not. */
    private static Optional<Kind> ofOptions(Refusal refusal, Case examined) {
        CallsTaken taken = examined.circumstances().taken();
        Endpoint refuser = refusal.origin().firstSaidBy();
        if (SignOfLife.in(refusal.status()) || taken.after(refusal.response(), refuser)) {
            return Optional.of(OPTIONS);
        }
        return taken.by(refuser) ? Optional.empty() : Optional.of(UNAVAILABLE);
    }

    private static Finding.Builder body(Refusal refusal, Case examined) {
        return about(BODY, refusal, examined)
                .with(
                        "type",
                        refusal.attempt()
                                .request()
                                .flatMap(request -> examined.read(request).contentType())
                                .map(type -> type.type() + "/" + type.subtype())
                                .<Value>map(Value::of)
                                .orElseGet(Value.Unknown::new))
                .with("accepted", Value.of(examined.read(refusal.response()).values("Accept")));
    }

    private static Kind ofRegistration(Refusal refusal, Case examined) {
        if (LaterSuccess.registered(refusal, examined)) {
            return REGISTERED_LATER;
        }
        boolean serverFailed = refusal.status() >= 500
                && refusal.status() < 600
                && !RefusedCall.ABOUT_THE_REQUEST.contains(refusal.status());
        return serverFailed ? REGISTRAR : REGISTER;
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Case examined) {
        Message response = refusal.response();
        // That it was the same device shows by its addresses only, and that no calls are taken by this code only.
        boolean concluded = kind.equals(REGISTERED_LATER)
                || kind.equals(UNAVAILABLE)
                || kind.equals(MOVED)
                || kind.equals(FORM)
                || LaterSuccess.cutOff(refusal, examined)
                || kind.equals(UNDELIVERED);
        return RefusalFinding.about(kind, concluded ? Certainty.LIKELY : Certainty.CERTAIN, refusal, examined)
                .proof(refusal.attempt()
                        .request()
                        .map(request -> List.of(response, request))
                        .orElse(List.of(response)));
    }

    private static Value header(Refusal refusal, String name, String compact) {
        return refusal.attempt()
                .request()
                .flatMap(request -> request.header(name, compact))
                .<Value>map(Value::of)
                .orElseGet(Value.Unknown::new);
    }

    /** Whom a REFER asks to call. */
    public static Value referredTo(Message refer) {
        return refer.header("Refer-To", "r").stream()
                .flatMap(value -> NameAddr.all(value).stream())
                .map(address -> address.uri().text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .<Value>map(Value::of)
                .orElseGet(Value.Unknown::new);
    }

    private static Value account(Identity named) {
        if (named.user().isEmpty() && named.host().isEmpty()) {
            return new Value.Unknown();
        }
        return Value.of(named.user().isEmpty() ? named.host() : named.user() + "@" + named.host());
    }
}
