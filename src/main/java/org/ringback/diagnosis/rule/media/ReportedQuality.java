package org.ringback.diagnosis.rule.media;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sightings;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.CallStream;
import org.ringback.flow.ToldQuality;
import org.ringback.media.ReceiverReport;
import org.ringback.media.VoipMetrics;
import org.ringback.sip.VoiceQuality.Measured;

/**
 * A device itself says that what it heard was bad: in a PUBLISH to a collector (RFC 6035), or by RTCP to the other side (RFC
 * 3611). That it says so is sure; that it measured well is not.
 */
final class ReportedQuality implements Rule {

    private static final Kind TOLD =
            Kind.of("phone-measured-bad-sound", Weight.TROUBLE, 6035, "4.6", "phone", "rating", "lost", "discarded");
    private static final Kind REPORTED = Kind.of(
                    "receiver-measured-bad-sound",
                    Weight.TROUBLE,
                    3611,
                    "4.7.5",
                    "speaker",
                    "reporter",
                    "rating",
                    "lost",
                    "discarded")
            .unless("media-loss", "media-loss-reported", "media-jitter");

    /** Below, nearly all users are dissatisfied (ITU-T G.109); the opinion is the same on its own scale (G.107, annex B). */
    private static final int POOR_R = 60;

    private static final double POOR_OPINION = 3.1;

    /** So much no device conceals, whatever it says of it. */
    private static final double MUCH_LOST = 0.05;

    /** From mouth to ear, in milliseconds: less than this hardly anybody notices (ITU-T G.114). */
    private static final int NOTICED_DELAY = 150;

    @Override
    public List<Kind> kinds() {
        return List.of(TOLD, REPORTED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        // Where nobody answered, nothing was there to be measured.
        if (examined.exchanges().stream()
                .noneMatch(exchange -> exchange.dialog().answer().isPresent())) {
            return;
        }
        Set<String> heard = new HashSet<>();
        for (ToldQuality told : lastOfEach(examined.media().told())) {
            Optional<Finding> found = told(told);
            found.ifPresent(findings);
            found.ifPresent(_ -> told.report().at().ifPresent(at -> heard.add(at.host())));
        }
        for (CallStream stream : examined.media().streams()) {
            for (ReceiverReport report : stream.sound() ? stream.stream().reports() : List.<ReceiverReport>of()) {
                String host = report.reporter().host();
                // Who says so both ways says it once.
                if (host.equals(stream.stream().destination().host()) && !heard.contains(host)) {
                    reported(stream, report).ifPresent(findings);
                }
            }
        }
    }

    /** The last report of a device is over the whole call, or knows most of it. */
    private static List<ToldQuality> lastOfEach(List<ToldQuality> all) {
        Map<String, ToldQuality> last = new LinkedHashMap<>();
        for (ToldQuality told : all) {
            if (told.report().local().isPresent()) {
                last.put(told.report().measurer(), told);
            }
        }
        return List.copyOf(last.values());
    }

    private static Optional<Finding> told(ToldQuality told) {
        Measured measured = told.report().local().orElseThrow();
        boolean poor = poor(measured.rListening())
                || poor(measured.rConversational())
                || poor(measured.mosListening())
                || poor(measured.mosConversational());
        double missing = measured.lost().orElse(0) + measured.discarded().orElse(0);
        boolean nothingMissing =
                measured.lost().isPresent() && measured.discarded().isPresent() && missing == 0;
        int delay = measured.oneWay().orElse(delay(measured.roundTrip(), measured.endSystem()));
        if (missing < MUCH_LOST && (!poor || (nothingMissing && delay < NOTICED_DELAY))) {
            return Optional.empty();
        }
        List<String> rating = new ArrayList<>();
        rating("MOS-LQ", measured.mosListening(), rating);
        rating("MOS-CQ", measured.mosConversational(), rating);
        rating("R-LQ", measured.rListening(), rating);
        rating("R-CQ", measured.rConversational(), rating);
        String name = told.report().measurer();
        return Optional.of(Finding.about(TOLD, Certainty.LIKELY)
                .proof(told.message())
                .with(
                        "phone",
                        name.isEmpty() ? Value.of(told.message().captured().source()) : Value.of(name))
                .with("rating", rating(rating))
                .with("lost", share(measured.lost()))
                .with("discarded", share(measured.discarded()))
                .found());
    }

    private static Optional<Finding> reported(CallStream stream, ReceiverReport report) {
        Optional<Message> proof = stream.receiver().or(stream::sender).map(each -> each.message());
        if (report.voip().isEmpty() || proof.isEmpty()) {
            return Optional.empty();
        }
        VoipMetrics voip = report.voip().get();
        boolean poor = poor(voip.rFactor()) || poor(voip.mosListening()) || poor(voip.mosConversational());
        double missing = voip.lossShare() + voip.discardShare();
        boolean unexplained = missing == 0 && delay(voip.roundTrip(), voip.endSystem()) < NOTICED_DELAY;
        if (missing < MUCH_LOST && (!poor || unexplained)) {
            return Optional.empty();
        }
        List<String> rating = new ArrayList<>();
        rating("MOS-LQ", voip.mosListening(), rating);
        rating("MOS-CQ", voip.mosConversational(), rating);
        rating("R", voip.rFactor(), rating);
        return Optional.of(Finding.about(REPORTED, Certainty.LIKELY)
                .proof(proof.get())
                .seen(List.of(Sightings.of(stream.stream(), report)))
                .with("speaker", Value.of(stream.stream().source()))
                .with("reporter", Value.of(report.reporter()))
                .with("rating", rating(rating))
                .with("lost", new Value.Share(voip.lossShare()))
                .with("discarded", new Value.Share(voip.discardShare()))
                .found());
    }

    /** From mouth to ear, in milliseconds, as far as it is known. */
    private static int delay(OptionalInt roundTrip, OptionalInt endSystem) {
        return roundTrip.orElse(0) / 2 + endSystem.orElse(0);
    }

    private static boolean poor(OptionalInt factor) {
        return known(factor) && factor.getAsInt() < POOR_R;
    }

    /** Devices write 0 where they have not measured; a call that is really so bad shows it by its opinion or what it lacks. */
    private static boolean known(OptionalInt factor) {
        return factor.isPresent() && factor.getAsInt() > 0;
    }

    private static boolean poor(OptionalDouble opinion) {
        return opinion.isPresent() && opinion.getAsDouble() < POOR_OPINION;
    }

    private static void rating(String name, OptionalDouble opinion, List<String> into) {
        opinion.ifPresent(
                value -> into.add(name + " " + BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP)));
    }

    private static void rating(String name, OptionalInt factor, List<String> into) {
        if (known(factor)) {
            into.add(name + " " + factor.getAsInt());
        }
    }

    private static Value rating(List<String> known) {
        return known.isEmpty() ? new Value.Unknown() : Value.of(known);
    }

    private static Value share(OptionalDouble share) {
        return share.isEmpty() ? new Value.Unknown() : new Value.Share(share.getAsDouble());
    }
}
