using System.IO.Compression;
using System.Text;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

/// <summary>QTI 2.1 and 2.2 as other tools write it.</summary>
public sealed class ForeignQtiTests
{
    private const string MapResponse = """<responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/map_response"/>""";

    [Fact]
    public void Reads_prefixes_and_what_only_a_mapping_calls_right()
    {
        var question = ForeignText.Only("""
            <?xml version="1.0"?>
            <qti:assessmentItem xmlns:qti="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="multi" title="多选" adaptive="false" timeDependent="false">
              <qti:responseDeclaration identifier="R" cardinality="multiple" baseType="identifier">
                <qti:mapping lowerBound="0" upperBound="2" defaultValue="-1"><qti:mapEntry mapKey="A" mappedValue="1"/><qti:mapEntry mapKey="C" mappedValue="1"/><qti:mapEntry mapKey="B" mappedValue="-1"/></qti:mapping>
              </qti:responseDeclaration>
              <qti:outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><qti:defaultValue><qti:value>2</qti:value></qti:defaultValue></qti:outcomeDeclaration>
              <qti:itemBody><qti:p>哪些要查？</qti:p>
                <qti:choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="0">
                  <qti:simpleChoice identifier="A">压力<qti:feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">看指针</qti:feedbackInline></qti:simpleChoice>
                  <qti:simpleChoice identifier="B">颜色</qti:simpleChoice><qti:simpleChoice identifier="C">铅封</qti:simpleChoice>
                </qti:choiceInteraction></qti:itemBody>
              <qti:responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>
            </qti:assessmentItem>
            """);

        Assert.Empty(question.Faults());
        Assert.Equal((QuestionKind.Multiple, "哪些要查？", "压力,颜色,铅封", "0,2"), (question.Kind, question.Stem, string.Join(',', question.Options), string.Join(',', question.Right)));
        Assert.Equal("“压力”：看指针", question.Explanation);
        Assert.Contains(new ForeignProblem(ForeignFault.PointsDropped, "2"), question.Problems);
    }

    [Theory]
    [InlineData("""<mapping defaultValue="0"><mapEntry mapKey="119" mappedValue="2"/><mapEntry mapKey="火警" mappedValue="2"/><mapEntry mapKey="110" mappedValue="1"/></mapping>""", "", "119,火警", ForeignFault.WeightsDropped)]
    [InlineData("""<correctResponse><value>119</value></correctResponse><mapping><mapEntry mapKey="119" mappedValue="1" caseSensitive="true"/></mapping>""", MapResponse, "119", ForeignFault.CaseIgnored)]
    [InlineData("", """<responseProcessing><responseCondition><responseIf><patternMatch pattern="119|一一九"><variable identifier="R"/></patternMatch></responseIf></responseCondition></responseProcessing>""", "119,一一九", null)]
    [InlineData("", """<responseProcessing><responseCondition><responseIf><stringMatch caseSensitive="false"><variable identifier="R"/><baseValue baseType="string">119</baseValue></stringMatch></responseIf></responseCondition></responseProcessing>""", "119", null)]
    public void Reads_the_words_of_a_gap(string declared, string processing, string words, ForeignFault? note)
    {
        var question = ForeignText.Only(Item($"""<responseDeclaration identifier="R" cardinality="single" baseType="string">{declared}</responseDeclaration>""", "<p>火警电话是<textEntryInteraction responseIdentifier=\"R\" patternMask=\"[0-9]*\"/>。</p>", processing));

        Assert.Empty(question.Faults());
        Assert.Equal((words, "火警电话是____。"), (string.Join(',', question.Blanks[0].Accepted), question.Stem));
        Assert.Contains(ForeignFault.PatternIgnored, question.Notes());
        Assert.True(note is null || question.Notes().Contains(note.Value));
    }

    [Theory]
    [InlineData("toleranceMode=\"absolute\" tolerance=\"0.5\"", 10, 0.5)]
    [InlineData("toleranceMode=\"absolute\" tolerance=\"0 1\"", 10.5, 0.5)]
    [InlineData("toleranceMode=\"relative\" tolerance=\"5 5\"", 10, 0.5)]
    [InlineData("toleranceMode=\"exact\"", 10, 0)]
    public void Reads_how_near_a_number_has_to_be(string mode, double value, double tolerance)
    {
        var question = ForeignText.Only(Item(
            """<responseDeclaration identifier="R" cardinality="single" baseType="float"><correctResponse><value>10</value></correctResponse></responseDeclaration>""",
            "<p>多少？<textEntryInteraction responseIdentifier=\"R\"/></p>",
            $"<responseProcessing><responseCondition><responseIf><equal {mode}><variable identifier=\"R\"/><correct identifier=\"R\"/></equal></responseIf></responseCondition></responseProcessing>"));

        Assert.Equal(((decimal)value, (decimal)tolerance), (question.Blanks[0].Value, question.Blanks[0].Tolerance));
    }

    [Fact]
    public void Reads_a_choice_within_a_sentence_and_pairs_either_way_round()
    {
        var inline = ForeignText.Only(Item(Correct("single", "identifier", "b"), "<p>疏散走<inlineChoiceInteraction responseIdentifier=\"R\" shuffle=\"false\"><inlineChoice identifier=\"a\">电梯</inlineChoice><inlineChoice identifier=\"b\">楼梯</inlineChoice></inlineChoiceInteraction>。</p>"));
        var many = ForeignText.Only(Item(Correct("multiple", "directedPair", "x a", "x b", "y c"), """
            <matchInteraction responseIdentifier="R" shuffle="false" maxAssociations="0"><prompt>归类</prompt>
            <simpleMatchSet><simpleAssociableChoice identifier="x" matchMax="0">固体</simpleAssociableChoice><simpleAssociableChoice identifier="y" matchMax="0">液体</simpleAssociableChoice></simpleMatchSet>
            <simpleMatchSet><simpleAssociableChoice identifier="a" matchMax="1">木头</simpleAssociableChoice><simpleAssociableChoice identifier="b" matchMax="1">纸</simpleAssociableChoice><simpleAssociableChoice identifier="c" matchMax="1">汽油</simpleAssociableChoice></simpleMatchSet></matchInteraction>
            """));
        var associated = ForeignText.Only(Item(Correct("multiple", "pair", "a x", "b y"), """
            <associateInteraction responseIdentifier="R" shuffle="true" maxAssociations="2"><prompt>连线</prompt>
            <simpleAssociableChoice identifier="a" matchMax="1">灭火毯</simpleAssociableChoice><simpleAssociableChoice identifier="x" matchMax="1">厨房</simpleAssociableChoice>
            <simpleAssociableChoice identifier="b" matchMax="1">洗眼器</simpleAssociableChoice><simpleAssociableChoice identifier="y" matchMax="1">实验室</simpleAssociableChoice></associateInteraction>
            """));

        Assert.Equal((QuestionKind.Single, "疏散走____。", 1), (inline.Kind, inline.Stem, inline.Right[0]));
        Assert.Equal(("木头,纸,汽油", "固体,液体", "0,0,1"), (string.Join(',', many.Options), string.Join(',', many.Targets), string.Join(',', many.Pairs)));
        Assert.Equal(("灭火毯,洗眼器", "厨房,实验室", "0,1"), (string.Join(',', associated.Options), string.Join(',', associated.Targets), string.Join(',', associated.Pairs)));
        Assert.All([inline, many, associated], question => Assert.Empty(question.Faults()));
    }

    [Fact]
    public void Reads_places_of_a_picture_out_of_a_package_with_folders()
    {
        var picture = TestMedia.Png();
        var package = Zip(
            ("pkg/imsmanifest.xml", """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources xml:base="items/"><resource identifier="r" type="imsqti_item_xmlv2p2" href="Q%20one/./item.xml"/></resources></manifest>"""u8.ToArray()),
            ("pkg/items/Q one/item.xml", Encoding.UTF8.GetBytes(Item(Correct("multiple", "identifier", "h1", "h3"), """
                <hotspotInteraction responseIdentifier="R" maxChoices="3"><prompt>指出隐患</prompt><object type="image/png" data="../../img/a%20b.png" width="200" height="100">走廊</object>
                <hotspotChoice identifier="h1" shape="rect" coords="20,10,60,30" hotspotLabel="门口"/><hotspotChoice identifier="h2" shape="poly" coords="0,0,100,0,100,50,0,0"/>
                <hotspotChoice identifier="h3" shape="circle" coords="100,50,20" hotspotLabel="消火栓"/></hotspotInteraction>
                """))),
            ("pkg/img/a b.png", picture), ("pkg/extra.xml", Encoding.UTF8.GetBytes(Item(Correct("single", "identifier", "a"), "<p>没有写进清单。</p><choiceInteraction responseIdentifier=\"R\" maxChoices=\"1\"><simpleChoice identifier=\"a\">对</simpleChoice><simpleChoice identifier=\"b\">错</simpleChoice></choiceInteraction>"))));

        var read = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(package));

        var places = read.Questions[0];
        Assert.Empty(places.Faults());
        Assert.Equal((QuestionKind.Hotspot, "指出隐患", "门口,位置2,消火栓", "0,2", "走廊"), (places.Kind, places.Stem, string.Join(',', places.Options), string.Join(',', places.Right), places.Picture!.Alt));
        Assert.Equal([new Spot(100, 100), new Spot(300, 100), new Spot(300, 300), new Spot(100, 300)], places.Zones[0].Corners);
        Assert.Equal([new Spot(0, 0), new Spot(500, 0), new Spot(500, 500)], places.Zones[1].Corners);
        Assert.True(places.Zones[2].Contains(new Spot(500, 500)) && places.Zones[2].Contains(new Spot(595, 500)) && !places.Zones[2].Contains(new Spot(610, 500)));
        Assert.Contains(ForeignFault.PlaceNamesMissing, places.Notes());
        Assert.Equal(picture, read.Pictures[places.Picture.File]);
        Assert.Equal(("pkg/extra.xml", QuestionKind.TrueFalse), (read.Questions[1].Where, read.Questions[1].Kind));
    }

    [Theory]
    [InlineData("<gapMatchInteraction responseIdentifier=\"R\"/>", "gapMatchInteraction")]
    [InlineData("<hottextInteraction responseIdentifier=\"R\"/>", "hottextInteraction")]
    [InlineData("<selectPointInteraction responseIdentifier=\"R\"/>", "selectPointInteraction")]
    [InlineData("<uploadInteraction responseIdentifier=\"R\"/>", "uploadInteraction")]
    [InlineData("<p>没有作答</p>", "itemBody")]
    public void Names_what_it_cannot_take(string body, string detail)
    {
        var question = ForeignText.Only(Item("", body));

        Assert.Equal("i-1", question.Where);
        Assert.Contains(new ForeignProblem(ForeignFault.Unsupported, detail), question.Problems);
    }

    [Fact]
    public void Refuses_items_that_change_or_that_ask_about_something_elsewhere()
    {
        var template = ForeignText.Only(Item("<templateDeclaration identifier=\"X\" cardinality=\"single\" baseType=\"integer\"/>", "<p>1+<printedVariable identifier=\"X\"/>=<textEntryInteraction responseIdentifier=\"R\"/></p>"));
        var stimulus = ForeignText.Only(Item("<assessmentStimulusRef identifier=\"S\" href=\"s.xml\"/>" + Correct("single", "identifier", "a"), "<choiceInteraction responseIdentifier=\"R\"><prompt>文中说了什么？</prompt><simpleChoice identifier=\"a\">甲</simpleChoice><simpleChoice identifier=\"b\">乙</simpleChoice></choiceInteraction>"));

        Assert.False(template.IsTakeable);
        Assert.Equal([ForeignFault.Unsupported], stimulus.Faults());
    }

    [Fact]
    public void Refuses_packages_of_other_versions_in_words()
    {
        var old = Zip(("imsmanifest.xml", """<manifest><resources><resource type="imsqti_xmlv1p2" href="a.xml"/></resources></manifest>"""u8.ToArray()), ("a.xml", "<questestinterop/>"u8.ToArray()));
        var entities = Zip(("imsmanifest.xml", "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><manifest>&x;</manifest>"u8.ToArray()));

        Assert.Equal((FileFault.UnsupportedFormat, "QTI 1.2"), ForeignFile.Read(old) is ForeignReading.Refused one ? (one.Why, one.Detail) : default);
        Assert.Equal(FileFault.Entities, Assert.IsType<ForeignReading.Refused>(ForeignFile.Read(entities)).Why);
    }

    private static string Correct(string cardinality, string type, params string[] values) =>
        $"<responseDeclaration identifier=\"R\" cardinality=\"{cardinality}\" baseType=\"{type}\"><correctResponse>{string.Concat(values.Select(value => $"<value>{value}</value>"))}</correctResponse></responseDeclaration>";

    private static string Item(string declarations, string body, string processing = "") =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"i-1\" title=\"题\" adaptive=\"false\" timeDependent=\"false\">{declarations}<itemBody>{body}</itemBody>{processing}</assessmentItem>";

    private static byte[] Zip(params (string Path, byte[] Bytes)[] entries)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in entries)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }
}
