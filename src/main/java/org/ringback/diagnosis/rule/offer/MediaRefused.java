package org.ringback.diagnosis.rule.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.KnownMedia;
import org.ringback.diagnosis.evidence.LegsBeside;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.MediaType;
import org.ringback.sip.Reason;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Warning;

/**
 * A call that was refused for its session description: 488 and 606 (RFC 3261, 21.4.26 and 21.6.4), 415 (21.4.13), and any
 * other refusal whose Warning (20.43) or Q.850 cause speaks of media.
 */
final class MediaRefused implements RefusalRule {

    private static final Kind DISJOINT =
            Kind.of("codecs-disjoint", Weight.FAILURE, 3264, "6.1", "code", "refuser", "offered", "known");
    private static final Kind CODECS = Kind.of(
                    "codecs-refused", Weight.FAILURE, 3261, "21.4.26", "code", "refuser", "offered")
            .unless("media-passed-without", "several-audio-streams-refused", WebrtcOffer.ID, WebrtcOffer.NOWHERE);
    private static final Kind NOT_CODECS = Kind.of(
                    "media-refused-not-codecs", Weight.FAILURE, 3261, "21.4.26", "code", "refuser", "common")
            .unless("crypto-suites-disjoint", "codec-parameters-differ", "media-passed-without", WebrtcOffer.NOWHERE);
    private static final Kind SRTP_REFUSED = Kind.of(
                    "srtp-refused", Weight.FAILURE, 4568, "5.1.2", "code", "refuser", "profile")
            .unless(WebrtcOffer.NOWHERE, WebrtcOffer.ID);
    private static final Kind AGREED_NEXT = Kind.of(
                    "media-agreed-in-next-call", Weight.NORMAL, 3261, "21.4.26", "code", "refuser", "offered", "callId")
            .settling();

    /** A device that tries again with other media does so at once, in microseconds. */
    private static final long AT_ONCE = 3_000_000;

    private static final Kind SRTP_REQUIRED =
            Kind.of("srtp-required", Weight.FAILURE, 3261, "21.4.26", "code", "refuser", "profile", "wanted");
    private static final Kind ADDRESS_FAMILY =
            Kind.of("address-family-refused", Weight.FAILURE, 6157, null, "code", "refuser", "address");
    private static final Kind BODY_TYPE =
            Kind.of("body-type-refused", Weight.FAILURE, 3261, "21.4.13", "code", "refuser", "type", "accepted");

    private static final int WRONG_NETWORK = 300;

    private static final int WRONG_ADDRESS_FORMAT = 301;

    /** Network, bandwidth, attributes, multicast: the refuser says itself that it is something else than codecs. */
    private static final Set<Integer> OTHER_REASON = Set.of(300, 303, 306, 307, 330, 331, 370);
    /** Media type or format not available: the refuser says itself that it is the codecs. */
    private static final Set<Integer> WRONG_FORMAT = Set.of(304, 305);

    /** Bearer capability not implemented, incompatible destination. */
    private static final Set<Integer> CAUSES_OF_MEDIA = Set.of(65, 88);

    @Override
    public List<Kind> kinds() {
        return List.of(
                DISJOINT, CODECS, NOT_CODECS, SRTP_REFUSED, AGREED_NEXT, SRTP_REQUIRED, ADDRESS_FAMILY, BODY_TYPE);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        // A proxy with a media server may offer less than the caller did.
        return refusal.request().flatMap(invite -> new Look(refusal, invite, examined).finding());
    }

    /** One refusal beside the offer that it refuses. */
    private static final class Look {

        private final Refusal refusal;
        private final Message response;
        private final Message invite;
        private final SipMessage told;
        private final SipMessage asked;
        private final Case examined;
        private final Origin origin;
        private final Set<Integer> warnings;

        private Look(Refusal refusal, Message invite, Case examined) {
            this.refusal = refusal;
            this.response = refusal.response();
            this.invite = invite;
            this.examined = examined;
            this.told = examined.read(response);
            this.asked = examined.read(invite);
            this.origin = Origins.of(response, examined);
            this.warnings = told.warnings().stream().map(Warning::code).collect(Collectors.toSet());
        }

        Optional<Finding> finding() {
            if (told.status() == 415) {
                return bodyType();
            }
            if (warnings.contains(WRONG_NETWORK)) {
                return asked.sdp().filter(Look::onlySix).flatMap(this::addressFamily);
            }
            if (warnings.stream().anyMatch(OTHER_REASON::contains)) {
                return Optional.empty();
            }
            return aboutMedia()
                    ? asked.sdp().flatMap(offer -> agreedNext(offer).or(() -> description(offer)))
                    : Optional.empty();
        }

        /** Some begin anew under another Call-ID when their first offer does not suit, and get through. */
        private Optional<Finding> agreedNext(Sdp offer) {
            Call own = examined.call();
            Captured opening = own.opening().captured();
            return examined
                    .circumstances()
                    .openedBetween(
                            opening.source().host(), opening.destination().host(), response.time())
                    .stream()
                    .takeWhile(call -> call.start() - response.time() < AT_ONCE)
                    .filter(call -> call.kind() == CallKind.CALL
                            && call.to().equals(own.to())
                            && call.from().equals(own.from())
                            && call.messages().stream().anyMatch(Message::success))
                    .findFirst()
                    .map(next -> Finding.about(AGREED_NEXT, Certainty.LIKELY)
                            .proof(response, invite, next.opening())
                            .saidBy(origin)
                            .with("code", examined.code(response))
                            .with("refuser", Value.of(origin.firstSaidBy()))
                            .with("offered", Value.of(Audio.profiles(offer)))
                            .with("callId", next.callId())
                            .found());
        }

        private boolean aboutMedia() {
            return refusal.ofMedia()
                    || warnings.stream().anyMatch(code -> code >= 300 && code <= 306)
                    || told.reasons().stream().anyMatch(MediaRefused::aboutMedia);
        }

        private Optional<Finding> description(Sdp offer) {
            Optional<KnownMedia> known = KnownMedia.of(response, origin, examined, Audio::capabilities);
            return addressFamily(offer).or(() -> security(offer, known)).or(() -> codecs(offer, known));
        }

        private Finding.Builder about(Kind kind, Certainty certainty, Optional<KnownMedia> known) {
            List<Message> proof = new ArrayList<>(List.of(response, invite));
            known.map(KnownMedia::message)
                    .filter(message -> message != response)
                    .ifPresent(proof::add);
            return Finding.about(kind, certainty)
                    .proof(proof)
                    .saidBy(origin)
                    .with("code", examined.code(response))
                    .with("refuser", Value.of(origin.firstSaidBy()));
        }

        /** IPv4 is there everywhere, so a network that is not available is the other one. */
        private static boolean onlySix(Sdp offer) {
            List<Sdp.Media> streams = on(offer);
            return !streams.isEmpty()
                    && streams.stream()
                            .allMatch(media -> !Audio.ice(offer, media)
                                    && media.address()
                                            .filter(address -> address.type().equalsIgnoreCase("IP6"))
                                            .isPresent());
        }

        private Optional<Finding> addressFamily(Sdp offer) {
            return warnings.contains(WRONG_ADDRESS_FORMAT) || warnings.contains(WRONG_NETWORK)
                    ? Audio.streams(offer).stream()
                            .flatMap(media -> media.address().stream())
                            .findFirst()
                            .map(address -> about(ADDRESS_FAMILY, Certainty.LIKELY, Optional.empty())
                                    .with("address", address.host())
                                    .found())
                    : Optional.empty();
        }

        private Optional<Finding> security(Sdp offer, Optional<KnownMedia> known) {
            List<Sdp.Media> wanted = on(offer);
            List<Sdp.Media> possible = known.map(other -> possible(other.sdp())).orElse(List.of());
            if (wanted.isEmpty() || warnings.stream().anyMatch(WRONG_FORMAT::contains)) {
                return Optional.empty();
            }
            if (wanted.stream().allMatch(Audio::secure) && possible.stream().noneMatch(Audio::secure)) {
                return Optional.of(about(SRTP_REFUSED, Certainty.LIKELY, known)
                        .with("profile", Value.of(Audio.profiles(offer)))
                        .found());
            }
            boolean required = !possible.isEmpty()
                    && wanted.stream().allMatch(Audio::plain)
                    && possible.stream().allMatch(Audio::secure);
            return required
                    ? Optional.of(about(SRTP_REQUIRED, sure(known), known)
                            .with("profile", Value.of(Audio.profiles(offer)))
                            .with(
                                    "wanted",
                                    Value.of(possible.stream()
                                            .map(Sdp.Media::protocol)
                                            .distinct()
                                            .toList()))
                            .found())
                    : Optional.empty();
        }

        private static List<Sdp.Media> on(Sdp sdp) {
            return Audio.streams(sdp).stream().filter(media -> !media.off()).toList();
        }

        /** What somebody says to be able to do has the port 0 (RFC 3264, 9). */
        private static List<Sdp.Media> possible(Sdp sdp) {
            List<Sdp.Media> on = on(sdp);
            return on.isEmpty() ? Audio.streams(sdp) : on;
        }

        private static Certainty sure(Optional<KnownMedia> known) {
            return known.filter(KnownMedia::inRefusal).isPresent() ? Certainty.CERTAIN : Certainty.LIKELY;
        }

        private Optional<Finding> codecs(Sdp offer, Optional<KnownMedia> known) {
            List<String> offered = Audio.codecs(offer);
            List<String> possible =
                    known.map(other -> Audio.capabilities(other.sdp())).orElse(List.of());
            if (offered.isEmpty()) {
                return Optional.empty();
            }
            List<String> common = Audio.common(offered, possible);
            if (!common.isEmpty() && LegsBeside.madeBy(origin.firstSaidBy().host(), examined)) {
                // What did not suit may be the media of the other leg.
                return Optional.empty();
            }
            if (!common.isEmpty() && warnings.stream().noneMatch(WRONG_FORMAT::contains)) {
                return Optional.of(about(NOT_CODECS, Certainty.POSSIBLE, known)
                        .with("common", Value.of(common))
                        .found());
            }
            if (common.isEmpty() && Audio.named(offered) && Audio.named(possible)) {
                return Optional.of(about(DISJOINT, sure(known), known)
                        .with("offered", Value.of(offered))
                        .with("known", Value.of(possible))
                        .found());
            }
            boolean says = warnings.stream().anyMatch(WRONG_FORMAT::contains);
            return Optional.of(about(CODECS, says ? Certainty.LIKELY : Certainty.POSSIBLE, Optional.empty())
                    .with("offered", Value.of(offered))
                    .found());
        }

        private Optional<Finding> bodyType() {
            List<String> accepted =
                    told.values("Accept").stream().map(String::strip).toList();
            return asked.contentType()
                    .filter(type -> !accepted.isEmpty() && accepted.stream().noneMatch(one -> fits(one, type)))
                    .map(type -> about(BODY_TYPE, Certainty.CERTAIN, Optional.empty())
                            .with("type", type.type() + "/" + type.subtype())
                            .with("accepted", Value.of(accepted))
                            .found());
        }
    }

    /** Whoever takes the type of the whole body refused something else: its encoding, or a part of it. */
    private static boolean fits(String accepted, MediaType type) {
        String bare = accepted.replaceFirst("\\s*;.*$", "").toLowerCase(Locale.ROOT);
        String name = (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
        return bare.equals(name)
                || bare.equals("*/*")
                || bare.equals(type.type().toLowerCase(Locale.ROOT) + "/*");
    }

    private static boolean aboutMedia(Reason reason) {
        return reason.protocol().equalsIgnoreCase("Q.850")
                && reason.cause().isPresent()
                && CAUSES_OF_MEDIA.contains(reason.cause().getAsInt());
    }
}
