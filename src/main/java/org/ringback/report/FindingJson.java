package org.ringback.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.call.Message;
import org.ringback.capture.wire.Sighting;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.FindingText;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.incident.Incident;
import org.ringback.words.CallValues;

/**
 * Findings as JSON, documented in {@code src/site/markdown/json.md}: fields are added, never renamed or removed. What is
 * unknown is null.
 */
public final class FindingJson {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final FindingTexts words;
    private final ZoneId zone;

    public FindingJson(FindingTexts words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** Writes to a stream that is left open, call by call. */
    public void print(DiagnosisReport report, String language, PrintStream out) {
        out.print("{\n  \"language\" : " + written(JSON.valueToTree(language)));
        out.print(",\n  \"messages\" : " + report.messages());
        out.print(",\n  \"failed\" : " + report.failed());
        out.print(",\n  \"incidents\" : [");
        String separator = "\n";
        for (Incident incident : report.incidents()) {
            out.print(separator + written(incident(incident, report)));
            separator = ",\n";
        }
        out.print("\n  ],\n  \"calls\" : [");
        separator = "\n";
        for (Diagnosed call : report.calls()) {
            out.print(separator + written(call(call, report)));
            separator = ",\n";
        }
        out.print("\n  ],\n  \"unusable\" : [");
        separator = "\n";
        for (Unusable part : report.unusable()) {
            out.print(separator + written(unusable(part, report)));
            separator = ",\n";
        }
        out.print("\n  ]\n}\n");
    }

    private static String written(Object node) {
        try {
            return JsonWriter.escaped(JSON.writeValueAsString(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode call(Diagnosed diagnosed, DiagnosisReport report) {
        Call call = diagnosed.call();
        ObjectNode json = JSON.createObjectNode();
        json.put("callId", call.callId());
        json.put("method", call.method());
        json.put("start", CallValues.timestamp(call.start(), zone).orElse(null));
        CallValues.timeOfDay(call.start()).ifPresent(time -> json.put("startTimeOfDay", time));
        json.put("from", known(call.from().address()));
        json.put("to", known(call.to().address()));
        json.put("ending", CallValues.id(call.outcome().ending()));
        if (call.outcome().code() == 0) {
            json.putNull("code");
        } else {
            json.put("code", call.outcome().code());
        }
        json.put("failed", diagnosed.failed());
        ArrayNode links = json.putArray("links");
        report.links().of(call).forEach(link -> links.add(link(link, call)));
        ArrayNode findings = json.putArray("findings");
        diagnosed.findings().forEach(finding -> findings.add(finding(finding, report)));
        return json;
    }

    private ObjectNode incident(Incident incident, DiagnosisReport report) {
        ObjectNode json = finding(incident.finding(), report);
        ArrayNode calls = json.putArray("calls");
        incident.calls().forEach(call -> calls.add(call.callId()));
        return json;
    }

    private static ObjectNode link(LegLink link, Call call) {
        ObjectNode json = JSON.createObjectNode();
        json.put("callId", link.otherThan(call).callId());
        json.put("reason", CallValues.id(link.reason()));
        json.put("confidence", CallValues.id(link.confidence()));
        json.put("evidence", known(link.evidence()));
        return json;
    }

    private ObjectNode finding(Finding finding, DiagnosisReport report) {
        FindingText text = words.of(finding);
        ObjectNode json = JSON.createObjectNode();
        json.put("id", finding.kind().id());
        json.put("weight", CallValues.id(finding.kind().weight()));
        json.put("certainty", CallValues.id(finding.certainty()));
        json.put("title", text.title());
        json.put("what", text.what());
        ArrayNode remedy = json.putArray("remedy");
        text.remedy().forEach(remedy::add);
        json.put("disproof", text.disproof());
        json.put("rfc", finding.kind().reference().rfc());
        json.put("section", finding.kind().reference().section());
        json.put("url", finding.kind().reference().url());
        json.set("origin", finding.origin().map(FindingJson::origin).orElse(null));
        ArrayNode evidence = json.putArray("evidence");
        finding.evidence().forEach(message -> evidence.add(message(message, report)));
        ArrayNode packets = json.putArray("packets");
        finding.sightings().forEach(packet -> packets.add(packet(packet, report)));
        return json;
    }

    private ObjectNode packet(Sighting packet, DiagnosisReport report) {
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", CallValues.id(packet.kind()));
        json.put("time", CallValues.timestamp(packet.time(), zone).orElse(null));
        json.put("source", known(packet.source().text()));
        json.put("destination", known(packet.destination().text()));
        json.put("file", report.files().get(packet.file()));
        json.put("frame", packet.frame());
        return json;
    }

    private static ObjectNode origin(Origin origin) {
        ObjectNode json = JSON.createObjectNode();
        json.put("firstSaidBy", known(origin.firstSaidBy().text()));
        json.put("software", known(origin.software()));
        ArrayNode relays = json.putArray("relayedBy");
        origin.relayedBy().forEach(hop -> relays.add(hop.text()));
        json.put("basis", CallValues.id(origin.basis()));
        json.put("code", origin.answer().head().status());
        return json;
    }

    private ObjectNode message(Message message, DiagnosisReport report) {
        ObjectNode json = JSON.createObjectNode();
        json.put("message", message.name());
        json.put("time", CallValues.timestamp(message.time(), zone).orElse(null));
        CallValues.timeOfDay(message.time()).ifPresent(time -> json.put("timeOfDay", time));
        json.put("source", known(message.captured().source().text()));
        json.put("destination", known(message.captured().destination().text()));
        json.put("file", report.files().get(message.captured().file()));
        json.put("frame", message.captured().frame());
        return json;
    }

    private static ObjectNode unusable(Unusable part, DiagnosisReport report) {
        ObjectNode json = JSON.createObjectNode();
        json.put("file", report.files().get(part.file()));
        json.put("frame", part.frame());
        json.put("reason", CallValues.id(part.reason()));
        json.put("detail", part.detail());
        return json;
    }

    private static String known(String value) {
        return value.isEmpty() ? null : value;
    }
}
