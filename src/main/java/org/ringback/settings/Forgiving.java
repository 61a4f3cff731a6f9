package org.ringback.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Leaves out a value that makes no sense in its place, so that one bad value does not cost all the good ones. */
final class Forgiving extends DeserializationProblemHandler {

    private static final System.Logger LOG = System.getLogger(Forgiving.class.getName());

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String problem)
            throws IOException {
        log(context);
        parser.skipChildren();
        return null;
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String problem) {
        log(context);
        return null;
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String problem) {
        log(context);
        return null;
    }

    /** Text in place of a list or of a record. */
    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser parser,
            String problem) {
        log(context);
        return null;
    }

    private static void log(DeserializationContext context) {
        LOG.log(
                Level.WARNING,
                "The settings hold a value that makes no sense and is left out: {0}",
                context.getParser().getParsingContext().pathAsPointer());
    }
}
