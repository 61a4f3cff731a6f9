package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.CallNumber;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Dialed;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.SipUri;

/** A number that was refused in one format, while calls with another format went to the same server and got through. */
final class NumberFormat implements RefusalRule {

    private static final Kind PASSED = kind("number-passed-in-other-format");
    private static final Kind UNLIKE = kind("number-unlike-those-that-passed");

    /** Not found, gone, incomplete, ambiguous, nowhere. */
    private static final Set<Integer> ABOUT_NUMBERS = Set.of(404, 410, 484, 485, 604);

    /** With these only the very same number says something. */
    private static final Set<Integer> PERHAPS = Set.of(400, 403, 416, 480, 500, 502, 503, 603);

    private static final int ENOUGH = 3;

    /** Blocks of numbers have up to a hundred of them. */
    private static final int BLOCK = 2;

    private static Kind kind(String id) {
        return Kind.of(id, Weight.FAILURE, 3261, "21.4.5", "refuser", "code", "dialed", "passed");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(PASSED, UNLIKE);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        if (!ABOUT_NUMBERS.contains(refusal.status()) && !PERHAPS.contains(refusal.status())) {
            return Optional.empty();
        }
        Dialed dialed = Dialed.of(SipUri.of(refusal.target(examined)).user());
        if (dialed.form() == Dialed.Form.NONE) {
            return Optional.empty();
        }
        List<Call> passed = examined.circumstances().others().passed(examined.call());
        if (passed.stream().anyMatch(call -> number(call).equals(dialed))) {
            return Optional.empty();
        }
        Optional<Call> same =
                passed.stream().filter(call -> number(call).same(dialed)).findFirst();
        return same.isPresent()
                ? same.map(call -> finding(PASSED, Certainty.LIKELY, refusal, dialed, call, examined))
                : ABOUT_NUMBERS.contains(refusal.status())
                        ? unlike(refusal, dialed, passed, examined)
                        : Optional.empty();
    }

    private static Dialed number(Call call) {
        return Dialed.of(call.to().user());
    }

    /** All that passed begin in one way, and this one begins in another. */
    private static Optional<Finding> unlike(Refusal refusal, Dialed dialed, List<Call> passed, Case examined) {
        List<Call> numbers = passed.stream()
                .filter(call -> number(call).form() != Dialed.Form.NONE)
                .toList();
        Set<Dialed.Form> forms =
                numbers.stream().map(call -> number(call).form()).collect(Collectors.toSet());
        long different = numbers.stream().map(NumberFormat::number).distinct().count();
        Optional<Call> neighbor = numbers.stream()
                .filter(call -> ofOneBlock(number(call), dialed))
                .findFirst();
        if (neighbor.isPresent()
                && numbers.stream().noneMatch(call -> number(call).form() == dialed.form())) {
            return Optional.of(finding(UNLIKE, Certainty.POSSIBLE, refusal, dialed, neighbor.get(), examined));
        }
        return different >= ENOUGH && forms.size() == 1 && !forms.contains(dialed.form())
                ? Optional.of(finding(UNLIKE, Certainty.POSSIBLE, refusal, dialed, numbers.getFirst(), examined))
                : Optional.empty();
    }

    /** Numbers of one block differ in their last digits only: what is written differently before them is the format. */
    private static boolean ofOneBlock(Dialed one, Dialed other) {
        if (one.form() == other.form()) {
            return false;
        }
        String digits = CallNumber.core(CallNumber.plain(one.text()));
        String others = CallNumber.core(CallNumber.plain(other.text()));
        return digits.length() == others.length()
                && digits.length() > CallNumber.TAIL
                && digits.regionMatches(0, others, 0, digits.length() - BLOCK);
    }

    private static Finding finding(
            Kind kind, Certainty certainty, Refusal refusal, Dialed dialed, Call passed, Case examined) {
        return RefusalFinding.about(kind, certainty, refusal, examined)
                .proof(refusal.proof(passed.opening()))
                .with("dialed", dialed.text())
                .with("passed", number(passed).text())
                .found();
    }
}
