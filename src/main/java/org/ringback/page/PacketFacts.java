package org.ringback.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Sighting;
import org.ringback.diagnosis.Listing;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;
import org.ringback.network.CertificateFault;
import org.ringback.network.ClientHello;
import org.ringback.network.ConnectionClosed;
import org.ringback.network.ConnectionRefused;
import org.ringback.network.ConnectionReset;
import org.ringback.network.DnsLookup;
import org.ringback.network.IcmpError;
import org.ringback.network.NetworkEvent;
import org.ringback.network.Quote;
import org.ringback.network.SegmentUnacknowledged;
import org.ringback.network.ShownCertificate;
import org.ringback.network.SynUnanswered;
import org.ringback.network.TlsAlert;
import org.ringback.network.TlsUnanswered;
import org.ringback.network.WebSocketRefused;
import org.ringback.page.Block.Fact;
import org.ringback.sip.Printable;

/** What the packets of an event say, each with its name: the packet that shows it first, then what it answers or quotes. */
final class PacketFacts {

    /** TLS 1.0 is written as 3.1 (RFC 8446 section 4.2.1), and so on. */
    private static final int TLS_1_0 = 0x0301;

    private static final int TLS_1_3 = 0x0304;

    private final Texts texts;
    private final Function<Sighting, String> place;
    private final ZoneTimes times;
    private final Listing listing;
    private final List<Fact> facts = new ArrayList<>();

    /** @param place says where a packet stands */
    PacketFacts(Texts texts, Function<Sighting, String> place, ZoneId zone) {
        this.texts = texts;
        this.place = place;
        this.times = new ZoneTimes(zone);
        this.listing = new Listing(texts);
    }

    /** All that is known of one; to be asked once. */
    List<Fact> of(NetworkEvent event) {
        switch (event) {
            case IcmpError error -> icmp(error);
            case ConnectionRefused refused -> {
                shown(refused);
                add(PacketText.BEGAN_WITH, place.apply(refused.opening()));
            }
            case ConnectionReset reset -> shown(reset);
            case ConnectionClosed closed -> shown(closed);
            case SynUnanswered silent -> {
                add(PacketText.ASKED_FIRST, place.apply(silent.opening()));
                add(PacketText.ASKED_LAST, place.apply(silent.seen()));
            }
            case SegmentUnacknowledged lost -> {
                shown(lost);
                add(PacketText.SENT_AGAIN_LAST, place.apply(lost.last()));
                add(PacketText.BYTES, texts.numbers().count(lost.size()));
            }
            case TlsAlert alert -> {
                shown(alert);
                add(PacketText.ALERT_LEVEL, alert.fatal() ? "fatal" : "warning");
                alert.hello().ifPresent(this::hello);
            }
            case TlsUnanswered unanswered -> {
                unanswered.end().ifPresent(end -> add(PacketText.SHOWN_BY, place.apply(end)));
                hello(unanswered.hello());
            }
            case WebSocketRefused refused -> {
                shown(refused);
                add(PacketText.BEGAN_WITH, place.apply(refused.opening()));
            }
            case CertificateFault fault -> certificate(fault);
            case DnsLookup lookup -> lookup(lookup);
        }
        return facts;
    }

    private void add(PacketText name, String value) {
        facts.add(new Fact(texts.get(name), value));
    }

    private void say(PacketText name, TextKey value) {
        add(name, texts.get(value));
    }

    private void shown(NetworkEvent event) {
        add(PacketText.SHOWN_BY, place.apply(event.seen()));
    }

    private void icmp(IcmpError error) {
        shown(error);
        add(PacketText.TYPE_AND_CODE, error.type() + " / " + error.code());
        Quote quote = error.quote();
        add(
                PacketText.ABOUT,
                protocol(quote) + " " + quote.source().text() + " \u2192 "
                        + quote.destination().text());
        if (quote.text().isBlank()) {
            say(PacketText.QUOTES, PacketText.QUOTES_NO_TEXT);
        } else {
            add(
                    PacketText.QUOTES,
                    Listing.value(Printable.of(
                            quote.text().strip().lines().findFirst().orElse(""))));
        }
    }

    private static String protocol(Quote quote) {
        if (quote.udp()) {
            return "UDP";
        }
        return quote.tcp() ? "TCP" : "IP " + quote.protocol();
    }

    private void hello(ClientHello hello) {
        add(PacketText.BEGAN_WITH, place.apply(hello.seen()));
        if (!hello.serverName().isEmpty()) {
            add(PacketText.SERVER_NAME, Printable.brief(hello.serverName()));
        }
        List<String> versions =
                hello.versions().stream().map(PacketFacts::version).toList();
        if (!versions.isEmpty()) {
            add(PacketText.VERSIONS, listing.of(versions));
        }
    }

    private static String version(int number) {
        return number >= TLS_1_0 && number <= TLS_1_3
                ? "TLS 1." + (number - TLS_1_0)
                : String.format(Locale.ROOT, "0x%04x", number);
    }

    private void certificate(CertificateFault fault) {
        shown(fault);
        ShownCertificate certificate = fault.certificate();
        add(PacketText.SUBJECT, Listing.value(Printable.of(certificate.subject())));
        if (!certificate.names().isEmpty()) {
            add(
                    PacketText.NAMES,
                    listing.of(certificate.names().stream().map(Printable::of).toList()));
        }
        add(PacketText.VALID_FROM, times.dated(certificate.notBefore()));
        add(PacketText.VALID_UNTIL, times.dated(certificate.notAfter()));
        say(PacketText.VERDICT, PacketText.of(fault.verdict()));
        hello(fault.hello());
    }

    private void lookup(DnsLookup lookup) {
        add(
                PacketText.NAME,
                texts.get(
                        PacketText.NAME_OF_KIND,
                        Printable.brief(lookup.name()),
                        lookup.type().name()));
        add(PacketText.ASKED_FIRST, place.apply(lookup.query()));
        if (lookup.tries() > 1) {
            add(PacketText.ASKED_LAST, place.apply(lookup.last()));
        }
        lookup.answer().ifPresent(answer -> {
            add(PacketText.ANSWERED_IN, place.apply(answer));
            add(PacketText.RESPONSE_CODE, Integer.toString(lookup.code()));
        });
        if (!lookup.targets().isEmpty()) {
            add(
                    PacketText.TARGETS,
                    listing.of(lookup.targets().stream().map(Printable::of).toList()));
        }
    }
}
