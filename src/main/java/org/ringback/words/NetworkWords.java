package org.ringback.words;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.Spans;
import org.ringback.language.Texts;
import org.ringback.network.CertificateFault;
import org.ringback.network.CertificateFault.Flaw;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.ConnectionReset;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.SegmentUnacknowledged;
import org.ringback.network.SynUnanswered;
import org.ringback.network.TlsAlert;
import org.ringback.network.TlsUnanswered;
import org.ringback.network.WebSocketRefused;
import org.ringback.sip.Printable;

/** Says in one language what the network did, each in a whole sentence. */
public final class NetworkWords {

    private final Texts texts;
    private final Spans spans;

    public NetworkWords(Texts texts) {
        this.texts = texts;
        this.spans = new Spans(texts);
    }

    /** What an event shows. */
    public String say(NetworkEvent event) {
        return switch (event) {
            case IcmpError error -> icmp(error);
            case ConnectionRefused refused ->
                texts.get(NetworkText.REFUSED, refused.to().shown());
            case ConnectionReset reset ->
                texts.get(NetworkText.RESET, reset.from().shown());
            case ConnectionClosed closed ->
                texts.get(NetworkText.CLOSED, closed.from().shown());
            case SynUnanswered silent ->
                texts.get(
                        NetworkText.SYN_UNANSWERED,
                        silent.to().shown(),
                        texts.numbers().count(silent.tries()));
            case SegmentUnacknowledged lost ->
                texts.get(
                        NetworkText.UNACKNOWLEDGED,
                        lost.to().shown(),
                        texts.numbers().count(lost.tries()));
            case TlsAlert alert -> texts.get(NetworkText.TLS_ALERT, end(alert.from(), alert), alert.name());
            case TlsUnanswered unanswered ->
                texts.get(
                        NetworkText.of(unanswered.ending()), unanswered.server().shown());
            case WebSocketRefused refused ->
                texts.get(
                        refused.withoutSip() ? NetworkText.WEBSOCKET_WITHOUT_SIP : NetworkText.WEBSOCKET_REFUSED,
                        refused.server().shown(),
                        refused.label());
            case CertificateFault fault -> certificate(fault);
            case DnsLookup lookup -> lookup(lookup);
        };
    }

    /** The port of whoever opens a connection says nothing to people. */
    private static String end(Endpoint end, NetworkEvent event) {
        return end.equals(event.client()) ? new Endpoint(end.host(), 0).shown() : end.shown();
    }

    private String icmp(IcmpError error) {
        String teller = new Endpoint(error.seen().source().host(), 0).shown();
        String about = error.to().shown();
        return error.cause() == IcmpError.Cause.TOO_BIG && error.mtu() > 0
                ? texts.get(
                        NetworkText.TOO_BIG_MTU, teller, about, texts.numbers().count(error.mtu()))
                : texts.get(NetworkText.of(error.cause()), teller, about);
    }

    private String certificate(CertificateFault fault) {
        Flaw flaw = fault.flaws().stream().min(Comparator.naturalOrder()).orElseThrow();
        return texts.get(
                NetworkText.of(flaw),
                end(fault.seen().source(), fault),
                Printable.brief(fault.hello().serverName()));
    }

    private String lookup(DnsLookup lookup) {
        String last = switch (lookup.outcome()) {
            case UNANSWERED -> texts.numbers().count(lookup.tries());
            case ANSWERED -> spans.say(lookup.took().orElse(Duration.ZERO));
            default -> "";
        };
        return texts.get(
                NetworkText.of(lookup.outcome()),
                Printable.brief(lookup.name()),
                lookup.type().name(),
                last);
    }

    /**
     * How often the same happened again, and how much more there is that is not shown; maybe nothing.
     *
     * @param again the same, in order of time
     * @param omitted how many others are not shown
     */
    public List<String> more(NetworkEvent event, List<NetworkEvent> again, long omitted) {
        List<String> more = new ArrayList<>(2);
        if (!again.isEmpty()) {
            String count = texts.numbers().count(again.size());
            long within = again.getLast().seen().time() - event.seen().time();
            more.add(
                    within <= 0
                            ? texts.get(NetworkText.AGAIN, count)
                            : texts.get(
                                    NetworkText.AGAIN_WITHIN,
                                    count,
                                    spans.say(Duration.of(within, ChronoUnit.MICROS))));
        }
        if (omitted > 0) {
            more.add(texts.get(NetworkText.LEFT_OUT, texts.numbers().count(omitted)));
        }
        return more;
    }
}
