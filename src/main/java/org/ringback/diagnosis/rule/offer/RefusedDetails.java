package org.ringback.diagnosis.rule.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.KnownMedia;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.SecureMedia;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;

/**
 * A refused description of which the refuser knows the codecs, as another one of its own shows, but with other suites of
 * SRTP or other modes of the codec.
 */
final class RefusedDetails implements RefusalRule {

    private static final Kind SUITES =
            Kind.of("crypto-suites-disjoint", Weight.FAILURE, 4568, "5.1.2", "code", "refuser", "offered", "known");
    private static final Kind PARAMETERS =
            Kind.of("codec-parameters-differ", Weight.FAILURE, 3264, "6.1", "code", "refuser", "offered", "known");

    private static final Kind PASSED_WITHOUT =
            Kind.of("media-passed-without", Weight.FAILURE, 3264, "6", "code", "refuser", "kinds");

    private static final Kind TWO_STREAMS =
            Kind.of("several-audio-streams-refused", Weight.FAILURE, 3264, "5.1", "code", "refuser", "streams");

    /** Parameters in which two sides can differ so that neither can decode the other, with what they are if not given. */
    private static final Pattern MODE =
            Pattern.compile("\\b(annexa|annexb|mode|octet-align)\\s*=\\s*([a-z0-9]+)", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Kind> kinds() {
        return List.of(SUITES, PARAMETERS, PASSED_WITHOUT, TWO_STREAMS);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return refusal.ofMedia()
                ? refusal.request()
                        .flatMap(invite ->
                                examined.read(invite).sdp().flatMap(offer -> look(refusal, invite, offer, examined)))
                : Optional.empty();
    }

    private static Optional<Finding> look(Refusal refusal, Message invite, Sdp offer, Case examined) {
        return KnownMedia.of(refusal.response(), refusal.origin(), examined, Audio::codecs)
                .flatMap(known -> suites(refusal, invite, offer, known, examined)
                        .or(() -> parameters(refusal, invite, offer, known, examined)))
                .or(() -> passedWithout(refusal, invite, offer, examined))
                .or(() -> twoStreams(refusal, invite, offer, examined));
    }

    /** Another call between the two that got through offered less, and none got through that offered as much. */
    private static Optional<Finding> passedWithout(Refusal refusal, Message invite, Sdp offer, Case examined) {
        Set<String> offered = kinds(offer);
        if (offered.size() < 2) {
            return Optional.empty();
        }
        Set<String> more = new TreeSet<>(offered);
        Optional<Message> less = Optional.empty();
        for (Call call : examined.circumstances().others().passed(examined.call())) {
            Set<String> there = SipMessage.parse(call.opening().captured().bytes())
                    .sdp()
                    .map(RefusedDetails::kinds)
                    .orElse(Set.of());
            if (there.containsAll(offered)) {
                return Optional.empty();
            }
            if (less.isEmpty() && !there.isEmpty() && offered.containsAll(there)) {
                less = Optional.of(call.opening());
                more.removeAll(there);
            }
        }
        return less.map(passed -> RefusalFinding.about(PASSED_WITHOUT, Certainty.LIKELY, refusal, examined)
                .proof(refusal.response(), invite, passed)
                .with("kinds", Value.of(List.copyOf(more)))
                .found());
    }

    /** Most phones take one: two were once a way to offer the same sound with and without encryption. */
    private static Optional<Finding> twoStreams(Refusal refusal, Message invite, Sdp offer, Case examined) {
        List<String> profiles = Audio.streams(offer).stream()
                .filter(media -> !media.off())
                .map(Sdp.Media::protocol)
                .toList();
        return profiles.size() < 2 || Audio.has(offer, "group")
                ? Optional.empty()
                : Optional.of(RefusalFinding.about(TWO_STREAMS, Certainty.POSSIBLE, refusal, examined)
                        .proof(refusal.response(), invite)
                        .with("streams", Value.of(profiles))
                        .found());
    }

    private static Set<String> kinds(Sdp sdp) {
        return sdp.media().stream()
                .filter(media -> !media.off())
                .map(media -> media.kind().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Finding> suites(
            Refusal refusal, Message invite, Sdp offer, KnownMedia known, Case examined) {
        List<String> offered = suites(offer);
        List<String> possible = suites(known.sdp());
        boolean disjoint = !offered.isEmpty() && !possible.isEmpty() && !SecureMedia.shared(offered, possible);
        return disjoint
                ? Optional.of(about(SUITES, refusal, invite, known, examined)
                        .with("offered", Value.of(offered))
                        .with("known", Value.of(possible))
                        .found())
                : Optional.empty();
    }

    private static List<String> suites(Sdp sdp) {
        return Audio.streams(sdp).stream()
                .flatMap(media -> SecureMedia.suites(media).stream())
                .distinct()
                .toList();
    }

    /** Only where every codec that both know differs in this way: else they could have agreed on another one. */
    private static Optional<Finding> parameters(
            Refusal refusal, Message invite, Sdp offer, KnownMedia known, Case examined) {
        List<String> common = Audio.common(Audio.codecs(offer), Audio.codecs(known.sdp()));
        List<String> offered = new ArrayList<>();
        List<String> possible = new ArrayList<>();
        for (String codec : common) {
            Set<String> here = modes(offer, codec);
            Set<String> there = modes(known.sdp(), codec);
            if (here.isEmpty() || there.isEmpty() || here.equals(there)) {
                return Optional.empty();
            }
            offered.add(codec + " " + String.join(" ", here));
            possible.add(codec + " " + String.join(" ", there));
        }
        return common.isEmpty()
                ? Optional.empty()
                : Optional.of(about(PARAMETERS, refusal, invite, known, examined)
                        .with("offered", Value.of(offered))
                        .with("known", Value.of(possible))
                        .found());
    }

    private static Set<String> modes(Sdp sdp, String codec) {
        Set<String> modes = new TreeSet<>();
        String name = codec.replaceFirst("/.*", "");
        Audio.streams(sdp).stream()
                .flatMap(media -> media.formats().stream())
                .filter(format -> format.encoding().equalsIgnoreCase(name))
                .forEach(format -> {
                    Matcher found = MODE.matcher(format.parameters());
                    while (found.find()) {
                        modes.add((found.group(1) + "=" + found.group(2)).toLowerCase(Locale.ROOT));
                    }
                    // Annex B is on unless somebody says no (RFC 7261, 3.3).
                    if (name.equalsIgnoreCase("G729") && modes.isEmpty()) {
                        modes.add("annexb=yes");
                    }
                });
        return modes;
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Message invite, KnownMedia known, Case examined) {
        List<Message> proof = new ArrayList<>(List.of(refusal.response(), invite));
        if (!known.inRefusal()) {
            proof.add(known.message());
        }
        return RefusalFinding.about(kind, Certainty.LIKELY, refusal, examined).proof(proof);
    }
}
