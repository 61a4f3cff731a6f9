package org.ringback.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ringback.call.Call;
import org.ringback.call.Identity;
import org.ringback.call.JointCall;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.Listing;
import org.ringback.diagnosis.UnknownText;
import org.ringback.diagnosis.incident.Incident;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Inflected;
import org.ringback.language.Texts;
import org.ringback.page.Block;
import org.ringback.page.Block.Card;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Heading;
import org.ringback.page.Block.Note;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Document;
import org.ringback.page.FindingCards;
import org.ringback.reading.Joint;
import org.ringback.reading.Joint.LegFinding;
import org.ringback.sip.Printable;
import org.ringback.words.EndingText;
import org.ringback.words.FindingLabel;
import org.ringback.words.LadderWords;
import org.ringback.words.LegText;
import org.ringback.words.UnusableText;

/** Turns findings into documents in one language. */
public final class FindingDocuments {

    private final Texts texts;
    private final FindingCards cards;
    private final ZoneTimes times;

    public FindingDocuments(FindingTexts findings, Texts texts, Rfcs rfcs, ZoneId zone) {
        this.texts = texts;
        this.cards = new FindingCards(findings, texts, rfcs, _ -> Optional.empty(), zone);
        this.times = new ZoneTimes(zone);
    }

    /** What went wrong in some files; calls about which there is nothing to do are only counted. */
    public Document report(DiagnosisReport report) {
        List<Block> blocks = new ArrayList<>();
        List<Joint> toTell = report.toTell();
        if (report.messages() == 0) {
            blocks.add(new Paragraph(texts.get(FindingLabel.NO_SIP)));
        } else {
            blocks.add(new Paragraph(texts.get(
                    FindingLabel.SUMMARY,
                    texts.numbers().count(report.calls().size()),
                    texts.numbers().count(report.failed()))));
            if (toTell.stream().noneMatch(Joint::needsCare)) {
                blocks.add(new Paragraph(texts.get(FindingLabel.NOTHING_FAILED)));
            }
        }
        incidents(FindingLabel.INCIDENTS, report, incident -> !incident.calls().isEmpty(), blocks);
        incidents(
                FindingLabel.BESIDE_CALLS, report, incident -> incident.calls().isEmpty(), blocks);
        if (toTell.stream().anyMatch(call -> call.call().joint())) {
            blocks.add(new Paragraph(texts.get(FindingLabel.LEGS_TOGETHER)));
        }
        toTell.forEach(call -> blocks.addAll(call(call, report.files())));
        addBroken(report.brokenChecks(), blocks);
        List<Unusable> floods = report.unusable().stream()
                .filter(part -> part.reason() == Unusable.Reason.FLOOD)
                .toList();
        int others = report.unusable().size() - floods.size();
        floods.forEach(part ->
                blocks.add(new Note(UnusableText.of(part, report.files().get(part.file()), texts))));
        if (others > 0) {
            blocks.add(new Note(texts.get(FindingLabel.UNUSABLE, texts.numbers().count(others))));
        }
        String names =
                new Listing(texts).of(report.files().stream().map(Printable::of).toList());
        return new Document(texts.language(), texts.get(FindingLabel.TITLE, names), blocks);
    }

    private void incidents(
            FindingLabel heading, DiagnosisReport report, Predicate<Incident> which, List<Block> blocks) {
        List<Incident> some = report.incidents().stream().filter(which).toList();
        if (!some.isEmpty()) {
            blocks.add(new Heading(texts.get(heading)));
            some.forEach(incident -> blocks.addAll(incident(incident, report.files())));
        }
    }

    /** What struck several calls, and how many. */
    private List<Block> incident(Incident incident, List<String> files) {
        Card card = cards.card(incident.finding(), List.of(), files);
        // A connection that never came about carried no call.
        return incident.calls().isEmpty()
                ? List.of(card)
                : List.of(
                        card,
                        new Paragraph(texts.get(
                                FindingLabel.STRUCK,
                                texts.numbers().count(incident.calls().size()))));
    }

    /** A call with everything that was found out about it and its legs. */
    private List<Block> call(Joint diagnosed, List<String> files) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(heading(diagnosed.call())));
        blocks.addAll(opening(diagnosed));
        diagnosed.findings().forEach(found -> blocks.add(finding(found, diagnosed, files)));
        return blocks;
    }

    /** What stands below the heading of a call: the facts of each leg, and that nothing was found if so. */
    List<Block> opening(Joint diagnosed) {
        List<Block> blocks = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        LadderWords.letters(diagnosed.call()).forEach((leg, letter) -> {
            if (diagnosed.call().joint()) {
                facts.add(new Fact(texts.get(FindingLabel.LEG, letter), heading(leg)));
            }
            diagnosed.call().link(leg).ifPresent(link -> facts.add(fact(FindingLabel.LINK, LegText.of(link, texts))));
            facts.addAll(facts(leg));
        });
        blocks.add(new Facts(facts));
        if (diagnosed.brokenRules() == 0 && diagnosed.findings().isEmpty()) {
            blocks.add(new Paragraph(texts.get(FindingLabel.NOTHING_FOUND)));
        }
        return blocks;
    }

    /** That something may be missing, so that nobody takes silence for an answer. */
    void addBroken(int rules, List<Block> blocks) {
        if (rules > 0) {
            blocks.add(new Note(texts.get(FindingLabel.BROKEN_CHECKS, Integer.toString(rules))));
        }
    }

    /** What is told by the leg with which the call began: what the caller saw. */
    String heading(JointCall call) {
        return heading(call.first());
    }

    private String heading(Call call) {
        int code = call.outcome().code();
        String ending = texts.get(EndingText.of(call));
        return code == 0
                ? texts.get(FindingLabel.CALL, method(call), name(call.from()), name(call.to()), ending)
                : texts.get(
                        FindingLabel.CALL_WITH_CODE,
                        method(call),
                        name(call.from()),
                        name(call.to()),
                        ending,
                        Integer.toString(code));
    }

    private String method(Call call) {
        return call.method().isBlank()
                ? Inflected.of(texts.get(UnknownText.METHOD)).in("", 0)
                : Listing.value(call.method());
    }

    private List<Fact> facts(Call call) {
        List<Fact> facts = new ArrayList<>();
        if (call.start() != Captured.NO_TIME) {
            facts.add(fact(FindingLabel.START, times.datedWithOffset(call.start())));
        }
        facts.add(new Fact("Call-ID", Printable.of(call.callId())));
        return facts;
    }

    /** One finding; of which legs, if the call has several. */
    Card finding(LegFinding found, Joint of, List<String> files) {
        return cards.card(
                found.finding(), LadderWords.letters(found.legs(), of.call().legs()), files);
    }

    private Fact fact(FindingLabel label, String value) {
        return new Fact(texts.get(label), value);
    }

    private String name(Identity identity) {
        String name = identity.name();
        return name.isBlank() ? texts.get(UnknownText.PARTY) : Listing.value(Printable.of(name));
    }
}
