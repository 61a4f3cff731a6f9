package org.ringback.diagnosis.rule.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Transfer;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** A transfer whose REFER was accepted and that led nowhere (RFC 3515, 2.4.4 and 2.4.5). */
final class TransferOutcome implements Rule {

    private static final Kind FAILED =
            Kind.of("transfer-failed", Weight.FAILURE, 3515, "2.4.5", "asker", "doer", "target", "code");
    private static final Kind DONE_LATER =
            Kind.of("transfer-done-later", Weight.NORMAL, 3515, "2.4.5", "asker", "doer", "target", "code", "later");
    private static final Kind FAILED_THERE = Kind.of(
            "transfer-refused-by-target", Weight.FAILURE, 3515, "2.4.5", "asker", "doer", "target", "code", "refuser");
    private static final Kind UNSEEN = Kind.of(
            "transfer-failed-unnoticed", Weight.FAILURE, 3515, "2.4.4", "asker", "doer", "target", "code", "refuser");
    private static final Kind NOT_TOLD =
            Kind.of("transfer-not-reported", Weight.TROUBLE, 3515, "2.4.4", "asker", "doer", "target");

    /** A NOTIFY has to come at once; so long its repetitions would have been seen. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Override
    public List<Kind> kinds() {
        return List.of(FAILED, DONE_LATER, FAILED_THERE, UNSEEN, NOT_TOLD);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFER);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        List<Transfer> all = Transfer.of(examined);
        for (int i = 0; i < all.size(); i++) {
            Transfer transfer = all.get(i);
            Optional<Transfer.Report> told = transfer.outcome().filter(report -> report.status() >= 300);
            Optional<Transfer> done = told.isEmpty()
                    ? Optional.empty()
                    : all.stream()
                            .skip(i + 1L)
                            .filter(later -> done(later) && sameAsker(transfer, later))
                            .findFirst();
            done.map(later -> later(transfer, told.orElseThrow(), later))
                    .or(() -> judge(transfer, examined))
                    .ifPresent(findings);
        }
    }

    private static boolean done(Transfer transfer) {
        return transfer.outcome().filter(report -> report.status() < 300).isPresent();
    }

    private static boolean sameAsker(Transfer one, Transfer other) {
        return one.request().head().fromTag().equals(other.request().head().fromTag());
    }

    /** The first target did not want or could not, and the next one took the call: that both were for one person is concluded. */
    private static Finding later(Transfer transfer, Transfer.Report told, Transfer later) {
        String target = later.target().text();
        return about(DONE_LATER, Certainty.LIKELY, transfer)
                .proof(told.message(), transfer.request(), later.request())
                .with("code", new Value.Code(told.status(), told.phrase()))
                .with("later", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                .found();
    }

    private static Optional<Finding> judge(Transfer transfer, Case examined) {
        Optional<Transfer.Report> outcome = transfer.outcome();
        if (outcome.isPresent()) {
            return outcome.filter(told -> told.status() >= 300).map(told -> failed(transfer, told));
        }
        Optional<Message> refused = transfer.refused();
        if (refused.isPresent()) {
            return Optional.of(there(UNSEEN, Certainty.LIKELY, transfer, refused.get(), examined)
                    .proof(refused.get(), transfer.request())
                    .found());
        }
        return transfer.reports().isEmpty() && !transfer.answered() ? untold(transfer, examined) : Optional.empty();
    }

    private static Finding failed(Transfer transfer, Transfer.Report told) {
        List<Message> proof = new ArrayList<>(List.of(told.message(), transfer.request()));
        Optional<Message> refused = transfer.refused();
        refused.ifPresent(proof::add);
        // With another code it may be another call to the same number that was refused.
        boolean sure =
                refused.filter(other -> other.head().status() != told.status()).isEmpty();
        Finding.Builder finding = about(
                        refused.isPresent() ? FAILED_THERE : FAILED,
                        sure ? Certainty.CERTAIN : Certainty.LIKELY,
                        transfer)
                .proof(proof)
                .with("code", new Value.Code(told.status(), told.phrase()));
        refused.ifPresent(
                message -> finding.with("refuser", Value.of(message.captured().source())));
        return finding.found();
    }

    private static Finding.Builder there(
            Kind kind, Certainty certainty, Transfer transfer, Message refused, Case examined) {
        return about(kind, certainty, transfer)
                .with("code", examined.code(refused))
                .with("refuser", Value.of(refused.captured().source()));
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Transfer transfer) {
        String target = transfer.target().text();
        return Finding.about(kind, certainty)
                .with("asker", Value.of(transfer.request().captured().source()))
                .with("doer", Value.of(transfer.accepted().captured().source()))
                .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target));
    }

    /** Who asked not to be told hears nothing (RFC 4488, 4; RFC 7614, 4), and who hangs up at once may have missed it. */
    private static Optional<Finding> untold(Transfer transfer, Case examined) {
        boolean unwanted = transfer.accepted().header("Refer-Sub", "").isPresent()
                || transfer.request()
                        .header("Require", "")
                        .filter(value -> value.contains("sub"))
                        .isPresent();
        Optional<Message> bye = examined.requests("BYE").stream().findFirst();
        Optional<Duration> waited = bye.isPresent()
                ? Elapsed.between(transfer.accepted(), bye.get())
                : examined.watchedAfter(transfer.accepted());
        return waited.filter(time -> !unwanted && time.compareTo(AT_ONCE) >= 0)
                .map(time -> about(
                                NOT_TOLD,
                                time.compareTo(Elapsed.TRANSACTION_TIMEOUT) >= 0
                                        ? Certainty.LIKELY
                                        : Certainty.POSSIBLE,
                                transfer)
                        .proof(transfer.request(), transfer.accepted())
                        .found());
    }
}
