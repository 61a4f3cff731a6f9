package org.ringback.score;

import java.util.ArrayList;
import java.util.List;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.FindingText;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.incident.Incident;
import org.ringback.reading.Examined;

/**
 * What was said of calls whose cause is known, held against the truth.
 *
 * @param said ids of the findings that need care, the heaviest of each call first
 * @param certainButWrong ids of findings that are called certain though they say nothing that is true of these calls
 * @param origin whether the right host was named as the first to say so; {@code true} where that is not asked
 */
record Judged(KnownCalls calls, Verdict verdict, List<String> said, List<String> certainButWrong, boolean origin) {

    /** How well the cause was told. */
    enum Verdict {
        /** It is among the first two findings of a call, or of what struck several. */
        HIT,
        /** It comes later, or half of it was said. */
        HALF,
        /** Nothing was said, or nothing that helps. */
        MISS,
        /** The first finding of a call, said to be certain, is not true. */
        WRONG,
        /** Something was found wrong with calls that were in order. */
        FALSE_ALARM,
        /** Nothing was found wrong with calls that were in order. */
        CLEAN
    }

    private static final int LOOKED_AT_FIRST = 2;

    static Judged of(KnownCalls calls, FindingTexts english) {
        var judging = new Judging(calls.truth(), english);
        Examined examined = calls.captured().get();
        List<Diagnosed> diagnosed =
                examined.calls().stream().map(examined::diagnosed).toList();
        diagnosed.forEach(call -> judging.add(call.findings()));
        judging.add(examined.incidents(diagnosed).incidents().stream()
                .map(Incident::finding)
                .toList());
        return new Judged(
                calls,
                judging.verdict(),
                List.copyOf(judging.said),
                List.copyOf(judging.certainButWrong),
                judging.origin());
    }

    private static final class Judging {
        private final Truth truth;
        private final FindingTexts english;
        private final List<String> said = new ArrayList<>();
        private final List<String> certainButWrong = new ArrayList<>();
        private boolean first;
        private boolean later;
        private boolean half;
        private boolean wrong;
        private boolean originAsked;
        private boolean originRight;

        private Judging(Truth truth, FindingTexts english) {
            this.truth = truth;
            this.english = english;
        }

        private void add(List<Finding> all) {
            List<Finding> findings = all.stream()
                    .filter(finding -> finding.kind().weight().needsCare())
                    .toList();
            for (int rank = 0; rank < findings.size(); rank++) {
                add(findings.get(rank), rank);
            }
        }

        private void add(Finding finding, int rank) {
            String words = words(finding);
            said.add(finding.kind().id());
            boolean names = truth.names(finding, words);
            first |= names && rank < LOOKED_AT_FIRST;
            later |= names;
            half |= truth.near().contains(finding.kind().id());
            if (finding.certainty() == Certainty.CERTAIN && !truth.allows(finding, words)) {
                certainButWrong.add(finding.kind().id());
                wrong |= rank == 0;
            }
            truth.origin()
                    .ifPresent(host -> finding.origin().ifPresent(origin -> {
                        originAsked = true;
                        originRight |= origin.firstSaidBy().text().equals(host);
                    }));
        }

        private String words(Finding finding) {
            FindingText text = english.of(finding);
            return text.title() + "\n" + text.what() + "\n" + String.join("\n", text.remedy());
        }

        private Verdict verdict() {
            if (truth.healthy()) {
                return said.isEmpty() ? Verdict.CLEAN : Verdict.FALSE_ALARM;
            }
            if (first) {
                return Verdict.HIT;
            }
            if (wrong && !later && !half) {
                return Verdict.WRONG;
            }
            return later || half ? Verdict.HALF : Verdict.MISS;
        }

        private boolean origin() {
            return !originAsked || originRight;
        }
    }
}
