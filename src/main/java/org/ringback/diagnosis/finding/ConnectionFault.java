package org.ringback.diagnosis.finding;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ringback.capture.wire.Endpoint;
import org.ringback.network.CertificateFault;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.CertificateFault.Verdict;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.SynUnanswered;
import org.ringback.network.TlsAlert;
import org.ringback.network.TlsUnanswered;
import org.ringback.network.TlsUnanswered.Ending;

/** How it is called when a connection for SIP does not come about (RFC 3261, 18.4 and 26.2.1), whichever call it was for. */
public final class ConnectionFault {

    private static final Kind REFUSED = Kind.of("connection-refused", Weight.FAILURE, 3261, "18.4", "client", "server");
    private static final Kind DEVICE_GONE =
            Kind.of("connection-to-device-gone", Weight.FAILURE, 3261, "18.4", "client", "server");
    private static final Kind NOT_ANSWERED =
            Kind.of("connection-not-answered", Weight.FAILURE, 3261, "18.4", "client", "server", "tries");
    private static final Kind UNREACHABLE =
            Kind.of("connection-unreachable", Weight.FAILURE, 3261, "18.4", "client", "server", "teller");
    private static final Kind ALERT = alert("tls-alert");
    private static final Kind ALERT_VERSION =
            Kind.of("tls-alert-version", Weight.FAILURE, 3261, "26.2.1", "who", "other", "alert", "offered");
    private static final Kind ALERT_CERTIFICATE = alert("tls-alert-certificate");
    private static final Kind ALERT_CERTIFICATE_MISSING = alert("tls-alert-certificate-missing");
    private static final Kind ALERT_NAME = alert("tls-alert-name");
    private static final Kind EXPIRED =
            Kind.of("certificate-expired", Weight.FAILURE, 3261, "26.3.1", "owner", "other", "names", "date");
    private static final Kind NOT_YET_VALID =
            Kind.of("certificate-not-yet-valid", Weight.FAILURE, 3261, "26.3.1", "owner", "other", "names", "date");
    private static final Kind OTHER_NAME =
            Kind.of("certificate-other-name", Weight.FAILURE, 3261, "26.3.1", "owner", "other", "names", "asked");
    private static final Kind TLS_NOT_ANSWERED =
            Kind.of("tls-not-answered", Weight.FAILURE, 3261, "26.2.1", "client", "server");
    private static final Kind TLS_NOT_ACKNOWLEDGED =
            Kind.of("tls-hello-not-acknowledged", Weight.FAILURE, 3261, "26.2.1", "client", "server");
    private static final Kind TLS_BROKEN_OFF =
            Kind.of("tls-broken-off", Weight.FAILURE, 3261, "26.2.1", "client", "server");
    private static final Kind TLS_TO_PLAIN_PORT =
            Kind.of("tls-to-plain-port", Weight.FAILURE, 3261, "26.2.1", "client", "server");

    /** One SYN may have been lost by the capture alone. */
    private static final int PROOF = 2;

    private static final int NAMED = 5;

    /** Where systems take the ports of outgoing connections from (Linux; others begin higher). */
    private static final int FIRST_EPHEMERAL = 32_768;

    private ConnectionFault() {}

    private static Kind alert(String id) {
        return Kind.of(id, Weight.FAILURE, 3261, "26.2.1", "who", "other", "alert");
    }

    /** All that it may be called. */
    public static List<Kind> kinds() {
        return List.of(
                REFUSED,
                DEVICE_GONE,
                NOT_ANSWERED,
                UNREACHABLE,
                ALERT,
                ALERT_VERSION,
                ALERT_CERTIFICATE,
                ALERT_CERTIFICATE_MISSING,
                ALERT_NAME,
                EXPIRED,
                NOT_YET_VALID,
                OTHER_NAME,
                TLS_NOT_ANSWERED,
                TLS_NOT_ACKNOWLEDGED,
                TLS_BROKEN_OFF,
                TLS_TO_PLAIN_PORT);
    }

    /** Begins a finding about it; empty if the connection may have come about all the same. */
    public static Optional<Finding.Builder> of(NetworkEvent event, Certainty certainty) {
        return switch (event) {
            case ConnectionRefused refused ->
                Optional.of((ofDevice(refused)
                                ? ends(DEVICE_GONE, Certainty.LIKELY, refused)
                                : ends(REFUSED, certainty, refused))
                        .seen(List.of(refused.seen(), refused.opening())));
            case SynUnanswered silent ->
                silent.tries() < PROOF
                        ? Optional.empty()
                        : Optional.of(ends(NOT_ANSWERED, certainty, silent)
                                .with("tries", Value.of(silent.tries()))
                                .seen(List.of(silent.opening(), silent.seen())));
            case IcmpError error ->
                error.quote().tcp() && error.cause() != IcmpError.Cause.TOO_BIG
                        ? Optional.of(ends(UNREACHABLE, certainty, error)
                                .with("teller", error.seen().source().host())
                                .seen(List.of(error.seen())))
                        : Optional.empty();
            case TlsAlert alert -> alert(alert, certainty);
            case CertificateFault fault -> certificate(fault, certainty);
            case TlsUnanswered unanswered ->
                Optional.of(ends(kind(unanswered.ending()), certainty, unanswered)
                        .seen(
                                unanswered.end().isEmpty()
                                        ? List.of(unanswered.hello().seen())
                                        : List.of(
                                                unanswered.seen(),
                                                unanswered.hello().seen())));
            default -> Optional.empty();
        };
    }

    /** From such a port hardly anybody offers a service, unless it was chosen like that of SIP; a device had its own connection from there. */
    private static boolean ofDevice(NetworkEvent event) {
        int port = event.server().port();
        return port >= FIRST_EPHEMERAL && !Integer.toString(port).contains("506");
    }

    private static Finding.Builder ends(Kind kind, Certainty certainty, NetworkEvent event) {
        return Finding.about(kind, certainty)
                .with("client", event.client().host())
                .with("server", Value.of(event.server()));
    }

    /** The port of whoever opens a connection says nothing to people. */
    private static Value end(Endpoint end, NetworkEvent event) {
        return end.equals(event.client()) ? Value.of(end.host()) : Value.of(end);
    }

    private static Kind kind(Ending ending) {
        return switch (ending) {
            case SILENCE -> TLS_NOT_ANSWERED;
            case NOT_ACKNOWLEDGED -> TLS_NOT_ACKNOWLEDGED;
            case CLOSED, RESET -> TLS_BROKEN_OFF;
            case NO_TLS -> TLS_TO_PLAIN_PORT;
        };
    }

    /** The same for an alert of which nothing but itself was captured, on a port at which nobody says anything else. */
    public static Optional<Finding.Builder> ofAlert(TlsAlert alert) {
        Kind kind = kind(alert);
        return alert.fatal()
                ? Optional.of(Finding.about(kind.equals(ALERT_VERSION) ? ALERT : kind, Certainty.LIKELY)
                        .with("who", Value.of(alert.from()))
                        .with("other", Value.of(alert.to()))
                        .with("alert", alert.name())
                        .seen(List.of(alert.seen())))
                : Optional.empty();
    }

    private static Kind kind(TlsAlert alert) {
        return switch (alert.description()) {
            case 70, 71, 86 -> ALERT_VERSION;
            case 42, 43, 44, 45, 46, 48 -> ALERT_CERTIFICATE;
            case 41, 116 -> ALERT_CERTIFICATE_MISSING;
            case 112 -> ALERT_NAME;
            default -> ALERT;
        };
    }

    private static Optional<Finding.Builder> alert(TlsAlert alert, Certainty certainty) {
        if (!alert.fatal() || alert.hello().isEmpty()) {
            return Optional.empty();
        }
        Kind kind = kind(alert);
        var finding = Finding.about(kind, certainty)
                .with("who", end(alert.from(), alert))
                .with("other", end(alert.to(), alert))
                .with("alert", alert.name())
                .seen(List.of(alert.seen(), alert.hello().get().seen()));
        return Optional.of(
                kind.equals(ALERT_VERSION)
                        ? finding.with("offered", versions(alert.hello().get().versions()))
                        : finding);
    }

    private static Value versions(List<Integer> offered) {
        return offered.isEmpty()
                ? new Value.Unknown()
                : Value.of(offered.stream().map(ConnectionFault::version).toList());
    }

    /** On the wire TLS 1.0 is 3.1. */
    private static String version(int version) {
        return version == 0x0300 ? "SSL 3.0" : "TLS 1." + ((version & 0xFF) - 1);
    }

    private static Optional<Finding.Builder> certificate(CertificateFault fault, Certainty certainty) {
        if (fault.verdict() != Verdict.REFUSED && fault.verdict() != Verdict.LEFT) {
            return Optional.empty();
        }
        Kind kind = fault.flaws().contains(Flaw.EXPIRED)
                ? EXPIRED
                : fault.flaws().contains(Flaw.NOT_YET_VALID) ? NOT_YET_VALID : OTHER_NAME;
        List<String> names = fault.certificate().names().isEmpty()
                ? List.of(fault.certificate().subject())
                : fault.certificate().names();
        var finding = Finding.about(kind, certainty)
                .with("owner", end(fault.seen().source(), fault))
                .with("other", end(fault.seen().destination(), fault))
                .with("names", Value.of(names.stream().limit(NAMED).toList()))
                .seen(List.of(fault.seen(), fault.hello().seen()));
        return Optional.of(
                kind.equals(OTHER_NAME)
                        ? finding.with("asked", fault.hello().serverName())
                        : finding.with(
                                "date",
                                date(
                                        kind.equals(EXPIRED)
                                                ? fault.certificate().notAfter()
                                                : fault.certificate().notBefore())));
    }

    private static String date(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
