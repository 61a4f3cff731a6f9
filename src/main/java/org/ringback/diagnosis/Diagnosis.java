package org.ringback.diagnosis;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;

/** Lets every rule look at a call. A mistake in one costs what that rule would have said of this call, and nothing else. */
public final class Diagnosis {

    private static final System.Logger LOG = System.getLogger(Diagnosis.class.getName());

    /** What happens again and again in one call need not be said more often. */
    private static final int OFTEN = 8;

    private final Supplier<List<Rule>> rules;
    private final BiFunction<Call, Circumstances, Case> opened;
    /** Which rules have something to say of calls with these signs: of the many sets of signs that there may be few are met. */
    private final Map<Set<Sign>, List<Rule>> bySigns = new ConcurrentHashMap<>();

    /** By every rule there is; they are made when the first call is looked at, so that nobody else waits for them. */
    public Diagnosis() {
        this(() -> Rules.ALL, Case::new);
    }

    /** By every rule, also where a call does not show what the rule needs; finds the same, and takes longer. */
    public static Diagnosis askingEveryRule() {
        return new Diagnosis(() -> Rules.ALL, Case::withAllSigns);
    }

    private Diagnosis(Supplier<List<Rule>> rules, BiFunction<Call, Circumstances, Case> opened) {
        this.rules = rules;
        this.opened = opened;
    }

    /** By these rules, in their order where findings weigh the same. */
    public Diagnosis(List<Rule> rules) {
        List<Rule> chosen = List.copyOf(rules);
        this(() -> chosen, Case::new);
    }

    private List<Rule> toAsk(Case examined) {
        return bySigns.computeIfAbsent(
                examined.signs(),
                _ -> rules.get().stream()
                        .filter(rule -> rule.needs().metBy(examined))
                        .toList());
    }

    /** What can be said about a call, the heaviest and surest first. Never throws for what a rule does. */
    public Diagnosed of(Call call, Circumstances circumstances) {
        var found = new Found();
        int broken = 0;
        try {
            Case examined = opened.apply(call, circumstances);
            for (Rule rule : toAsk(examined)) {
                broken += finishes(rule, examined, found) ? 0 : 1;
            }
        } catch (RuntimeException | LinkageError | StackOverflowError | InternalError e) {
            LOG.log(Level.WARNING, "A call cannot be examined", e);
            broken = rules.get().size();
        }
        return new Diagnosed(call, found.weighed(), broken);
    }

    /** An InternalError is a file that was made shorter meanwhile. What was found before a mistake is still true. */
    private static boolean finishes(Rule rule, Case examined, Found found) {
        try {
            rule.examine(examined, finding -> found.add(rule, finding));
            return true;
        } catch (RuntimeException | LinkageError | StackOverflowError | InternalError e) {
            LOG.log(Level.WARNING, "A rule failed: " + rule.getClass().getName(), e);
            return false;
        }
    }

    /** What rules have said of one call, until it is weighed against each other. */
    private static final class Found {

        private static final Comparator<Finding> HEAVIEST_FIRST = Comparator.comparing(
                        (Finding finding) -> finding.kind().weight())
                .thenComparing(Finding::certainty);

        private final List<Finding> findings = new ArrayList<>();
        private final List<Finding> general = new ArrayList<>();
        private final Map<Kind, Integer> told = new HashMap<>();

        private void add(Rule rule, Finding finding) {
            if (told.merge(finding.kind(), 1, Integer::sum) <= OFTEN) {
                (rule.general() ? general : findings).add(finding);
            }
        }

        private List<Finding> weighed() {
            List<Finding> all = List.copyOf(findings);
            findings.removeIf(finding -> all.stream().anyMatch(other -> saysItBetter(other, finding)));
            // What is not said itself settles nothing.
            List<Finding> said = List.copyOf(findings);
            findings.removeIf(finding -> said.stream().anyMatch(other -> settled(other, finding)));
            general.removeIf(finding -> findings.stream().anyMatch(special -> saysMore(special, finding)));
            findings.addAll(general);
            findings.sort(HEAVIEST_FIRST);
            return List.copyOf(findings);
        }
    }

    private static boolean saysItBetter(Finding other, Finding finding) {
        return finding.kind().betterSaidBy().contains(other.kind().id())
                && !Collections.disjoint(concerned(other), concerned(finding));
    }

    /** Why a request was refused is no reason of a failure where nothing failed. */
    private static boolean settled(Finding other, Finding finding) {
        return other.kind().settles()
                && finding.kind().weight() == Weight.FAILURE
                && !Collections.disjoint(subject(other), subject(finding));
    }

    /** A remark beside a failure does not explain it, but what explains a message may also say that it is harmless. */
    private static boolean saysMore(Finding special, Finding general) {
        Weight weight = special.kind().weight();
        return !special.kind().stepsAside()
                && (weight == Weight.NORMAL || weight.compareTo(general.kind().weight()) <= 0)
                && !Collections.disjoint(concerned(special), subject(general));
    }

    /** Its evidence, also as it was passed on. */
    private static List<Message> concerned(Finding finding) {
        List<Message> all = new ArrayList<>(finding.evidence());
        finding.origin().filter(who -> all.contains(who.answer())).ifPresent(who -> all.add(who.told()));
        return all;
    }

    /** The message that it is about, also as it was passed on. */
    private static List<Message> subject(Finding general) {
        return general.origin()
                .map(who -> List.of(who.answer(), who.told()))
                .orElseGet(() -> general.evidence().stream().limit(1).toList());
    }

    /** Whether a finding says in general what another one about the same message would know better. */
    public static boolean general(Finding finding) {
        return Rules.general(finding.kind());
    }

    /** Every kind of finding there is. */
    public static List<Kind> kinds() {
        return Rules.kinds();
    }
}
