package org.ringback.diagnosis.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.CallKind;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;

/** A call that was refused: by whom, with what, and how far it had come. */
final class RefusedCall implements Rule {

    private static final Kind AT_ONCE = kind("refused-at-once", "13.3.1.3");
    private static final Kind AFTER_TRYING = kind("refused-after-trying", "13.3.1.3", "wait");
    private static final Kind WHILE_RINGING = kind("refused-while-ringing", "13.3.1.3", "rang");
    private static final Kind NUMBER_UNKNOWN = kind("number-unknown", "21.4.5", "target");
    private static final Kind SERVER_FAILED = kind("server-failed", "21.5");
    private static final Kind REDIRECTED = kind("redirect-not-followed", "8.1.3.4", "targets");

    /** 404, 410, 484, 485 and 604 are all about the number that was dialed (RFC 3261, 21.4 and 21.6). */
    private static final Set<Integer> ABOUT_THE_NUMBER = Set.of(404, 410, 484, 485, 604);

    private static Kind kind(String id, String section, String... more) {
        String[] places = new String[more.length + 2];
        places[0] = "refuser";
        places[1] = "code";
        System.arraycopy(more, 0, places, 2, more.length);
        return Kind.of(id, Weight.FAILURE, 3261, section, places);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(AT_ONCE, AFTER_TRYING, WHILE_RINGING, NUMBER_UNKNOWN, SERVER_FAILED, REDIRECTED);
    }

    @Override
    public boolean general() {
        return true;
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (examined.call().kind() == CallKind.CALL) {
            examined.refusal()
                    .filter(refusal ->
                            refusal.status() != 487 && !refusal.response().challenge())
                    .map(refusal -> judge(refusal, examined))
                    .ifPresent(findings);
        }
    }

    private static Finding judge(Refusal refusal, Case examined) {
        Optional<Message> ringing = refusal.attempt().ringing();
        if (refusal.status() < 400) {
            return about(REDIRECTED, refusal, examined)
                    .proof(refusal.response())
                    .with("targets", new Value.Several(targets(refusal.response(), examined)))
                    .found();
        }
        if (ringing.isPresent()) {
            return about(WHILE_RINGING, refusal, examined)
                    .proof(refusal.response(), ringing.get())
                    .with("rang", refusal.wait(ringing.get()))
                    .found();
        }
        if (ABOUT_THE_NUMBER.contains(refusal.status())) {
            String target = refusal.target(examined);
            return about(NUMBER_UNKNOWN, refusal, examined)
                    .proof(evidence(refusal))
                    .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                    .found();
        }
        if (refusal.status() >= 500 && refusal.status() < 600) {
            return about(SERVER_FAILED, refusal, examined)
                    .proof(evidence(refusal))
                    .found();
        }
        Optional<Message> trying = refusal.trying();
        return trying.isPresent()
                ? about(AFTER_TRYING, refusal, examined)
                        .proof(refusal.response(), trying.get())
                        .with("wait", refusal.wait(trying.get()))
                        .found()
                : about(AT_ONCE, refusal, examined).proof(evidence(refusal)).found();
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Case examined) {
        return Finding.about(kind, refusal.certainty())
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .with("code", examined.code(refusal.response()));
    }

    private static List<Message> evidence(Refusal refusal) {
        List<Message> evidence = new ArrayList<>(List.of(refusal.response()));
        refusal.attempt().request().ifPresent(evidence::add);
        return evidence;
    }

    private static List<String> targets(Message response, Case examined) {
        List<String> targets = examined.read(response).addresses("Contact").stream()
                .map(contact -> contact.uri().text())
                .filter(text -> !text.isEmpty())
                .toList();
        return targets.isEmpty() ? List.of("?") : targets;
    }
}
