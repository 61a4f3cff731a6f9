package org.ringback.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.Identity;
import org.ringback.call.JointCall;
import org.ringback.call.Message;
import org.ringback.diagnosis.FindingText;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.handbook.Reference;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Texts;
import org.ringback.reading.Joint;
import org.ringback.reading.Joint.LegFinding;
import org.ringback.report.Document.Block;
import org.ringback.report.Document.Fact;
import org.ringback.report.Document.Facts;
import org.ringback.report.Document.Heading;
import org.ringback.report.Document.Items;
import org.ringback.report.Document.Link;
import org.ringback.report.Document.Links;
import org.ringback.report.Document.Note;
import org.ringback.report.Document.Paragraph;
import org.ringback.report.Document.Subheading;
import org.ringback.sip.Printable;
import org.ringback.words.CallValues;
import org.ringback.words.EndingText;
import org.ringback.words.FindingLabel;
import org.ringback.words.LadderWords;
import org.ringback.words.LegText;
import org.ringback.words.ReportText;

/** Turns findings into documents in one language. */
public final class FindingDocuments {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    /** Whoever reads the report may live in another time zone than whoever wrote it. */
    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'xxx", Locale.ROOT);

    /** Who has seen so many messages believes it. */
    private static final int MOST_PROOFS = 12;

    private final FindingTexts findings;
    private final Texts texts;
    private final Rfcs rfcs;
    private final ZoneId zone;

    public FindingDocuments(FindingTexts findings, Texts texts, Rfcs rfcs, ZoneId zone) {
        this.findings = findings;
        this.texts = texts;
        this.rfcs = rfcs;
        this.zone = zone;
    }

    /** What went wrong in some files; calls about which there is nothing to do are only counted. */
    public Document report(DiagnosisReport report) {
        List<Block> blocks = new ArrayList<>();
        List<Joint> needingCare = report.needingCare();
        if (report.messages() == 0) {
            blocks.add(new Paragraph(texts.get(FindingLabel.NO_SIP)));
        } else {
            blocks.add(new Paragraph(texts.get(
                    FindingLabel.SUMMARY, Integer.toString(report.calls().size()), Long.toString(report.failed()))));
            if (needingCare.isEmpty()) {
                blocks.add(new Paragraph(texts.get(FindingLabel.NOTHING_FAILED)));
            }
        }
        if (needingCare.stream().anyMatch(call -> call.call().joint())) {
            blocks.add(new Paragraph(texts.get(FindingLabel.LEGS_TOGETHER)));
        }
        needingCare.forEach(call -> blocks.addAll(call(call)));
        addBroken(report.brokenRules(), blocks);
        if (!report.unusable().isEmpty()) {
            blocks.add(new Note(texts.get(
                    FindingLabel.UNUSABLE, Integer.toString(report.unusable().size()))));
        }
        String names = report.files().stream().map(Printable::of).collect(Collectors.joining(", "));
        return new Document(texts.language(), texts.get(FindingLabel.TITLE, names), blocks);
    }

    /** A call with everything that was found out about it and its legs. */
    private List<Block> call(Joint diagnosed) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(heading(diagnosed.call())));
        blocks.addAll(opening(diagnosed));
        diagnosed.findings().forEach(found -> blocks.addAll(finding(found, diagnosed)));
        return blocks;
    }

    /** What stands below the heading of a call: the facts of each leg, and that nothing was found if so. */
    List<Block> opening(Joint diagnosed) {
        List<Block> blocks = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (Call leg : diagnosed.call().legs()) {
            if (diagnosed.call().joint()) {
                facts.add(new Fact(texts.get(FindingLabel.LEG, LadderWords.leg(diagnosed.call(), leg)), heading(leg)));
            }
            diagnosed.call().link(leg).ifPresent(link -> facts.add(fact(FindingLabel.LINK, LegText.of(link, texts))));
            facts.addAll(facts(leg));
        }
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
                ? texts.get(FindingLabel.CALL, call.method(), name(call.from()), name(call.to()), ending)
                : texts.get(
                        FindingLabel.CALL_WITH_CODE,
                        call.method(),
                        name(call.from()),
                        name(call.to()),
                        ending,
                        Integer.toString(code));
    }

    private List<Fact> facts(Call call) {
        List<Fact> facts = new ArrayList<>();
        CallValues.time(call.start(), zone).ifPresent(time -> facts.add(fact(FindingLabel.START, DATED.format(time))));
        facts.add(new Fact("Call-ID", Printable.of(call.callId())));
        return facts;
    }

    /** One finding with its proof, its remedy, and how sure it is. */
    List<Block> finding(LegFinding found, Joint of) {
        Finding finding = found.finding();
        FindingText words = findings.of(finding);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Subheading(texts.get(
                label(found, of.call()),
                Printable.of(words.title()),
                texts.get(finding.kind().weight()),
                texts.get(finding.certainty()),
                found.legs().stream()
                        .map(leg -> LadderWords.leg(of.call(), leg))
                        .collect(Collectors.joining(", ")))));
        blocks.add(new Paragraph(Printable.of(words.what())));
        List<Fact> facts = new ArrayList<>();
        finding.origin().ifPresent(origin -> addOrigin(origin, facts));
        if (!finding.evidence().isEmpty()) {
            facts.add(fact(
                    FindingLabel.EVIDENCE,
                    finding.evidence().stream()
                            .limit(MOST_PROOFS)
                            .map(this::proof)
                            .collect(Collectors.joining("; "))));
        }
        facts.add(fact(FindingLabel.DISPROOF, Printable.of(words.disproof())));
        blocks.add(new Paragraph(texts.get(FindingLabel.REMEDY)));
        blocks.add(new Items(true, words.remedy().stream().map(Printable::of).toList()));
        blocks.add(new Facts(facts));
        blocks.add(new Links(List.of(link(finding.kind().reference()))));
        return blocks;
    }

    private static FindingLabel label(LegFinding found, JointCall call) {
        if (!call.joint()) {
            return FindingLabel.FINDING;
        }
        return found.legs().size() == 1 ? FindingLabel.FINDING_OF_LEG : FindingLabel.FINDING_OF_LEGS;
    }

    private void addOrigin(Origin origin, List<Fact> facts) {
        String who = origin.firstSaidBy().host().isEmpty()
                ? "?"
                : origin.firstSaidBy().text();
        facts.add(fact(
                FindingLabel.FIRST_SAID_BY,
                origin.software().isEmpty()
                        ? who
                        : texts.get(FindingLabel.SAID_WITH_SOFTWARE, who, Printable.of(origin.software()))));
        if (!origin.relayedBy().isEmpty()) {
            facts.add(fact(
                    FindingLabel.RELAYED_BY,
                    origin.relayedBy().stream().map(hop -> hop.text()).collect(Collectors.joining(", "))));
        }
        facts.add(fact(FindingLabel.KNOWN_BECAUSE, texts.get(origin.basis())));
    }

    private String proof(Message message) {
        String name = message.name();
        String packet =
                texts.get(FindingLabel.PACKET, Long.toString(message.captured().frame()), name);
        return CallValues.time(message.time(), zone)
                .map(time -> packet + ", " + CLOCK.format(time))
                .orElse(packet);
    }

    private Link link(Reference reference) {
        String rfc = "RFC " + reference.rfc();
        String title = rfcs.title(reference.rfc());
        return new Link(
                reference.section() == null
                        ? texts.get(ReportText.REFERENCE, rfc, title)
                        : texts.get(ReportText.REFERENCE_SECTION, rfc, reference.section(), title),
                reference.url());
    }

    private Fact fact(FindingLabel label, String value) {
        return new Fact(texts.get(label), value);
    }

    private static String name(Identity identity) {
        String name = identity.user().isEmpty() ? identity.host() : identity.user();
        return name.isBlank() ? "?" : Printable.of(name);
    }
}
