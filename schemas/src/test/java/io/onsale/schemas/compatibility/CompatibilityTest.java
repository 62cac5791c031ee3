package io.onsale.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
    private static final String ORDER = """
            {'type':'record','name':'o.Order','fields':[
              {'name':'id','type':'string','privacy':'none'},
              {'name':'email','type':['null','string'],'default':null,'privacy':'secret'},
              {'name':'rate','type':{'type':'bytes','logicalType':'decimal','precision':12,'scale':4},'privacy':'none'},
              {'name':'at','type':{'type':'long','logicalType':'timestamp-millis'},'privacy':'none'},
              {'name':'due','type':['null',{'type':'long','logicalType':'timestamp-millis'}],'default':null,'privacy':'none'},
              {'name':'flow','type':{'type':'enum','name':'Flow','symbols':['UNKNOWN','IN','OUT'],'default':'UNKNOWN'},'privacy':'none'},
              {'name':'lines','type':{'type':'array','items':{'type':'record','name':'Line','fields':[
                {'name':'who','type':'string','privacy':'personal'},
                {'name':'next','type':['null','Line'],'default':null,'privacy':'none'}]}},'privacy':'none'},
              {'name':'sums','type':{'type':'map','values':{'type':'int','logicalType':'date'}},'privacy':'none'}]}
            """;

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'name':'id','type':'string','privacy':'none'} | {'name':'id','type':'string','privacy':'none'},{'name':'new','type':'int','privacy':'none'} | READER_FIELD_MISSING_DEFAULT_VALUE",
                "{'name':'id','type':'string','privacy':'none'} | {'name':'id','type':'int','privacy':'none'} | TYPE_MISMATCH",
                "'scale':4 | 'scale':2 | LOGICAL_TYPE at Order.rate: written as decimal(12, 4), read as decimal(12, 2)",
                "'precision':12 | 'precision':14 | LOGICAL_TYPE at Order.rate",
                "'at','type':{'type':'long','logicalType':'timestamp-millis'} | 'at','type':{'type':'long','logicalType':'timestamp-micros'} | LOGICAL_TYPE at Order.at: written as timestamp-millis, read as timestamp-micros",
                "['null',{'type':'long','logicalType':'timestamp-millis'}] | ['null',{'type':'long','logicalType':'timestamp-micros'}] | LOGICAL_TYPE at Order.due",
                "'at','type':{'type':'long','logicalType':'timestamp-millis'} | 'at','type':'long' | LOGICAL_TYPE at Order.at: written as timestamp-millis, read as no logical type",
                "{'type':'int','logicalType':'date'} | 'int' | LOGICAL_TYPE at Order.sums{}",
                "'IN','OUT' | 'IN' | SYMBOL at Order.flow: OUT was removed",
                "'privacy':'secret' | 'privacy':'personal' | PRIVACY at Order.email: weakened from SECRET to PERSONAL",
                "'privacy':'secret' | 'privacy':'none' | PRIVACY at Order.email",
                "'privacy':'personal' | 'privacy':'none' | PRIVACY at Order.lines[].who: weakened from PERSONAL to NONE",
                "'type':'string','privacy':'personal' | 'type':'string' | PRIVACY at Order.lines[].who"
            })
    void refuses(String before, String after, String problem) {
        Schema changed = schema(replaced(before, after));

        assertThat(problems(CompatibilityLevel.BACKWARD_TRANSITIVE, changed, schema(ORDER)))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'name':'id' | 'name':'id'",
                "'IN','OUT' | 'IN','OUT','BOTH'",
                "'privacy':'personal' | 'privacy':'secret'",
                "{'name':'id','type':'string','privacy':'none'} | {'name':'id','type':'string','privacy':'none'},{'name':'new','type':'int','default':0,'privacy':'none'}",
                "{'name':'id','type':'string','privacy':'none'}, | \"\"",
                "'name':'id', | 'name':'key','aliases':['id'],"
            })
    void allows(String before, String after) {
        Schema changed = schema(replaced(before, after));

        assertThat(problems(CompatibilityLevel.BACKWARD_TRANSITIVE, changed, schema(ORDER)))
                .isEmpty();
    }

    @Test
    void noticesADefaultThatIsGone() {
        Schema first = schema("{'type':'record','name':'R','fields':[]}");
        Schema second = schema("{'type':'record','name':'R','fields':[{'name':'a','type':'int','default':0}]}");
        Schema third = schema("{'type':'record','name':'R','fields':[{'name':'a','type':'int'}]}");

        assertThat(problems(CompatibilityLevel.BACKWARD, third, first, second)).isEmpty();
        assertThat(problems(CompatibilityLevel.BACKWARD_TRANSITIVE, third, first, second))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void looksInTheDirectionsOfItsLevel() {
        Schema with = schema("{'type':'record','name':'R','fields':[{'name':'a','type':'int'}]}");
        Schema without = schema("{'type':'record','name':'R','fields':[]}");

        assertThat(problems(CompatibilityLevel.NONE, with, without)).isEmpty();
        assertThat(problems(CompatibilityLevel.BACKWARD, with, without)).isNotEmpty();
        assertThat(problems(CompatibilityLevel.BACKWARD, without, with)).isEmpty();
        assertThat(problems(CompatibilityLevel.FORWARD, with, without)).isEmpty();
        assertThat(problems(CompatibilityLevel.FORWARD, without, with)).isNotEmpty();
        assertThat(problems(CompatibilityLevel.FULL, without, with)).isNotEmpty();
    }

    private static List<String> problems(CompatibilityLevel level, Schema next, Schema... earlier) {
        return Compatibility.ONSALE.problems(level, next, List.of(earlier));
    }

    private static String replaced(String before, String after) {
        assertThat(ORDER).contains(before);
        return ORDER.replace(before, after);
    }

    private static Schema schema(String text) {
        return new Schema.Parser().parse(text.replace('\'', '"'));
    }
}
