package org.ringback.diagnosis.rule.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Via;

/** A CANCEL that is answered 481: whoever got it does not find the INVITE. Why may be told by another rule. */
final class RefusedCancel implements Rule {

    private static final Kind UNKNOWN = Kind.of("cancel-unknown", Weight.TROUBLE, 3261, "9.2", "refuser");

    private static final Kind ELSEWHERE =
            Kind.of("cancel-to-other-server", Weight.FAILURE, 3261, "9.1", "sender", "server", "other");

    private static final int TERMINATED = 487;

    @Override
    public List<Kind> kinds() {
        return List.of(UNKNOWN, ELSEWHERE);
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
        for (Transaction invite : examined.transactions()) {
            invite.canceledBy()
                    .ifPresent(cancel -> judge(invite, cancel, examined).ifPresent(findings));
        }
        examined.transactions().stream()
                .filter(cancel -> cancel.method().equals("CANCEL")
                        && cancel.finalResponse()
                                .filter(told -> told.head().status() == 481)
                                .isPresent())
                .filter(cancel -> examined.transactions().stream()
                        .noneMatch(invite -> invite.method().equals("INVITE")
                                && invite.server().equals(cancel.server())))
                .flatMap(cancel -> elsewhere(cancel, examined).stream())
                .findFirst()
                .ifPresent(findings);
    }

    /** A CANCEL goes where its INVITE went, and has the same branch (9.1): another server cannot know what is meant. */
    private static Optional<Finding> elsewhere(Transaction cancel, Case examined) {
        return cancel.request()
                .filter(request -> branch(request, examined).isPresent())
                .flatMap(request -> examined.transactions().stream()
                        .filter(invite -> invite.method().equals("INVITE")
                                && invite.client().host().equals(cancel.client().host())
                                && !invite.server().equals(cancel.server())
                                && invite.request()
                                        .filter(sent -> branch(sent, examined).equals(branch(request, examined)))
                                        .isPresent())
                        .filter(invite -> invite.canceledBy().isEmpty() && !overBefore(invite, request, examined))
                        .findFirst()
                        .map(invite -> Finding.about(ELSEWHERE, Certainty.CERTAIN)
                                .proof(proof(cancel, invite))
                                .with("sender", Value.of(cancel.client()))
                                .with("server", Value.of(invite.server()))
                                .with("other", Value.of(cancel.server()))
                                .found()));
    }

    /** What had ended needs no CANCEL, and who answers 487 has heard of it in another way. */
    private static boolean overBefore(Transaction invite, Message cancel, Case examined) {
        List<Message> messages = examined.messages();
        return invite.finalResponse()
                .filter(told -> told.head().status() == TERMINATED || messages.indexOf(told) < messages.indexOf(cancel))
                .isPresent();
    }

    private static List<Message> proof(Transaction cancel, Transaction invite) {
        return Stream.of(cancel.finalResponse(), cancel.request(), invite.request(), invite.finalResponse())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> branch(Message request, Case examined) {
        return examined.read(request).vias().stream().findFirst().flatMap(Via::branch);
    }

    private static Optional<Finding> judge(Transaction invite, Transaction cancel, Case examined) {
        Optional<Message> refused =
                cancel.finalResponse().filter(told -> told.head().status() == 481);
        if (refused.isEmpty() || cancel.request().isEmpty() || finishedBefore(invite, refused.get(), examined)) {
            return Optional.empty();
        }
        Origin origin = Origins.of(refused.get(), examined);
        return Optional.of(Finding.about(UNKNOWN, Certainty.CERTAIN)
                .proof(refused.get(), cancel.request().get())
                .saidBy(origin)
                .with("refuser", Value.of(origin.firstSaidBy()))
                .found());
    }

    /** Once the INVITE has its final response there is nothing left to cancel (9.2): a 481 is as good as a 200 then. */
    private static boolean finishedBefore(Transaction invite, Message refused, Case examined) {
        List<Message> messages = examined.messages();
        return invite.finalResponse()
                .filter(told -> messages.indexOf(told) < messages.indexOf(refused))
                .isPresent();
    }
}
