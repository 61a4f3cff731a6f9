package org.ringback.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ringback.comparison.Comparison;
import org.ringback.comparison.Source;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Entry;
import org.ringback.handbook.Facet;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.HeaderRule;
import org.ringback.handbook.Q850;
import org.ringback.handbook.Reference;
import org.ringback.handbook.ResponseCode;
import org.ringback.handbook.Rfcs;
import org.ringback.language.HeldBlanks;
import org.ringback.language.Language;
import org.ringback.language.Texts;
import org.ringback.search.Found;

/**
 * The stable JSON output, documented in {@code src/site/markdown/json.md}. It is written field by field, so that renaming
 * something inside the program cannot change what scripts read. Facet values are the same in every language; {@code facets}
 * holds them in words.
 */
public final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Rfcs rfcs;
    private final Texts texts;
    private final FacetTexts facets;

    public Json(Rfcs rfcs, Texts texts) {
        this.rfcs = rfcs;
        this.texts = texts;
        this.facets = new FacetTexts(texts);
    }

    public String page(Entry entry) {
        return printPlain(code(entry));
    }

    public String comparison(Comparison comparison) {
        var json = NODES.objectNode();
        json.put("title", comparison.title());
        json.put("language", texts.language().tag());
        json.set("summary", strings(comparison.summary()));
        json.set("left", code(comparison.left()));
        json.set("right", code(comparison.right()));
        comparison.contrast().ifPresent(contrast -> {
            var note = json.putObject("contrast");
            note.put("heart", contrast.heart());
            note.set("differences", strings(contrast.differences()));
            note.put("tell", contrast.tell());
        });
        var differences = json.putArray("differences");
        comparison
                .differences()
                .forEach(difference -> differences
                        .addObject()
                        .put("about", difference.about())
                        .put("left", difference.left())
                        .put("right", difference.right()));
        var agreements = json.putArray("agreements");
        comparison
                .agreements()
                .forEach(agreement ->
                        agreements.addObject().put("about", agreement.about()).put("value", agreement.value()));
        json.set("whenToUse", strings(comparison.whenToUse()));
        var learnMore = json.putArray("learnMore");
        comparison.learnMore().forEach(source -> learnMore.add(source(source)));
        return printPlain(json);
    }

    /** What a search found, best first. */
    public String searchResult(String query, Found found, Handbook handbook) {
        var json = NODES.objectNode();
        json.put("query", query);
        json.put("language", texts.language().tag());
        var codes = json.putArray("codes");
        found.codes().stream().map(handbook::entry).forEach(entry -> {
            var code = codes.addObject()
                    .put("code", entry.number())
                    .put("phrase", entry.code().phrase())
                    .put(
                            "phraseExplained",
                            HeldBlanks.released(entry.definition().phrase()));
            found.reason(entry.number())
                    .ifPresent(why -> code.putObject("why")
                            .put("where", id(why.kind().key()))
                            .put("text", HeldBlanks.released(why.text()))
                            .put("language", why.language().tag()));
        });
        found.meant().ifPresent(meant -> json.put("meant", meant));
        if (!found.asides().isEmpty()) {
            var asides = json.putArray("asides");
            found.asides().forEach(aside -> {
                var one = asides.addObject().put("text", HeldBlanks.released(aside.text()));
                aside.codes().forEach(one.putArray("codes")::add);
            });
        }
        return print(json);
    }

    public static String languages(List<Language> languages) {
        var json = NODES.arrayNode();
        languages.forEach(language -> json.addObject()
                .put("tag", language.tag())
                .put("name", language.ownName())
                .put("direction", language.rightToLeft() ? "rtl" : "ltr"));
        return print(json);
    }

    private ObjectNode code(Entry entry) {
        var code = entry.code();
        var words = entry.definition();
        var json = NODES.objectNode();
        json.put("code", code.number());
        json.put("phrase", code.phrase());
        json.put("class", id(code.codeClass()));
        json.put("language", entry.language().tag());
        json.put("registered", code.registered());
        json.put("standing", id(code.standing()));
        json.set("emitters", strings(code.emitters()));
        var phrases = json.putArray("otherPhrases");
        code.otherPhrases()
                .forEach(other ->
                        phrases.addObject().put("phrase", other.phrase()).put("usedBy", other.usedBy()));
        json.put("phraseExplained", words.phrase());
        json.put("gist", words.gist());
        json.set("description", strings(words.description()));
        json.set("seen", strings(words.seen()));
        json.put("seenInShort", words.seenInShort());
        json.set("fix", strings(words.fix()));
        var causes = json.putArray("causes");
        words.causes()
                .forEach(cause -> causes.addObject().put("cause", cause.cause()).put("confirm", cause.confirm()));
        json.put("use", words.use());
        json.set("search", strings(words.search()));
        addFacets(json, code);
        var related = json.putArray("related");
        code.related().forEach(related::add);
        var references = json.putArray("references");
        code.references().forEach(reference -> references.add(reference(reference)));
        json.set("inEnglish", strings(List.copyOf(entry.filled())));
        return json;
    }

    private void addFacets(ObjectNode json, ResponseCode code) {
        json.put("finality", id(code.finality()));
        json.put("scope", id(code.scope()));
        json.put("retry", id(code.retry()));
        json.set("senders", strings(code.senders().stream().map(Json::id).toList()));
        var methods = json.putObject("methods");
        methods.set("only", strings(code.methods().only()));
        methods.set("except", strings(code.methods().except()));
        methods.set("mainly", strings(code.methods().mainly()));
        methods.set("formerly", strings(code.methods().formerly()));
        json.set("requestHeaders", strings(code.requestHeaders()));
        json.set("requestLacks", strings(code.requestLacks()));
        var headers = json.putArray("headers");
        code.headers().forEach(rule -> headers.add(header(rule)));
        if (code.body() == null) {
            json.putNull("body");
        } else {
            json.putObject("body")
                    .put("kind", id(code.body().kind()))
                    .put("strength", id(code.body().strength()));
        }
        json.put("dialogEffect", id(code.dialogEffect()));
        json.put("forkEffect", id(code.forkEffect()));
        json.put("localOrigin", id(code.localOrigin()));
        json.set("q850", q850(code.q850()));
        var words = json.putObject("facets");
        for (Aspect aspect : Aspect.values()) {
            words.put(camelCase(id(aspect.key())), facets.value(aspect, code));
        }
    }

    private static ObjectNode header(HeaderRule rule) {
        var json = NODES.objectNode().put("name", rule.name()).put("strength", id(rule.strength()));
        json.put("when", rule.when() == null ? null : id(rule.when()));
        json.set("methods", strings(rule.methods()));
        return json;
    }

    private static ObjectNode q850(Q850 q850) {
        var json = NODES.objectNode();
        var to = q850.toCause();
        if (to == null) {
            json.putNull("toCause");
        } else {
            json.putObject("toCause").put("cause", to.cause()).put("note", to.note() == null ? null : id(to.note()));
        }
        var from = json.putArray("fromCauses");
        q850.fromCauses().forEach(from::add);
        json.put("fromAnyOther", q850.fromAnyOther());
        return json;
    }

    private ObjectNode reference(Reference reference) {
        return NODES.objectNode()
                .put("rfc", reference.rfc())
                .put("section", reference.section())
                .put("title", rfcs.title(reference.rfc()))
                .put("url", reference.url());
    }

    private ObjectNode source(Source source) {
        var json = reference(source.reference());
        var codes = json.putArray("codes");
        source.codes().forEach(codes::add);
        return json;
    }

    private static String id(Facet facet) {
        return id(facet.key());
    }

    private static String id(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Names of fields, unlike values, are written as JSON is usually written. */
    private static String camelCase(String id) {
        return Pattern.compile("-(.)")
                .matcher(id)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static ArrayNode strings(List<String> texts) {
        var array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** For what has no texts but ours: a blank that is held is one of typography. */
    private static String printPlain(Object json) {
        return HeldBlanks.released(print(json));
    }

    private static String print(Object json) {
        try {
            return JsonWriter.escaped(MAPPER.writeValueAsString(json)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
