package org.ringback.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Writes JSON as it is made, so that a million calls need no memory. */
final class JsonOutput {

    private JsonOutput() {}

    /** Writes one value. */
    @FunctionalInterface
    interface Value {

        void write(JsonGenerator json) throws IOException;
    }

    /** Writes to a stream that is left open; one that goes away early is no error, as with any print stream. */
    static void print(PrintStream out, Value value) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        var factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(new JsonWriter(LineWriter.writer(out)))) {
            json.setPrettyPrinter(printer);
            value.write(json);
            json.writeRaw('\n');
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
