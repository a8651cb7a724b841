using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

/// <summary>Moodle's XML with what its exports have beside the plain cases.</summary>
public sealed class ForeignMoodleTests
{
    [Fact]
    public void Reads_units_gaps_orders_and_feedback()
    {
        var read = ForeignText.Questions("""
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz>
              <question type="numerical"><name><text>宽</text></name><questiontext format="html"><text><![CDATA[<p>净宽多少？</p>]]></text></questiontext><defaultgrade>2.0000000</defaultgrade>
                <answer fraction="100" format="moodle_auto_format"><text>1.4</text><feedback format="html"><text>对</text></feedback><tolerance>0.05</tolerance></answer>
                <answer fraction="0"><text>*</text><feedback format="html"><text>再量一次</text></feedback><tolerance>0</tolerance></answer>
                <unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>0</showunits><unitsleft>0</unitsleft>
                <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>1.0</multiplier><unit_name>米</unit_name></unit><unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units></question>
              <question type="cloze"><name><text>空</text></name><questiontext format="html"><text><![CDATA[<p>火警电话是{1:SHORTANSWER:=119#对~%50%110~=一一九}，净宽{2:NM:=1.4:0.1}米。</p>]]></text></questiontext></question>
              <question type="cloze"><name><text>选</text></name><questiontext format="html"><text>疏散走{1:MCV:楼梯#不对~=楼梯间~电梯}。</text></questiontext></question>
              <question type="ordering"><name><text>序</text></name><questiontext format="html"><text>先后</text></questiontext>
                <answer fraction="2.0000000" format="html"><text>拔</text></answer><answer fraction="1.0000000" format="html"><text>提</text></answer><answer fraction="3.0000000" format="html"><text>压</text></answer></question>
              <question type="multichoice"><name><text>选</text></name><questiontext format="html"><text>哪些对？</text></questiontext><single>false</single>
                <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback><incorrectfeedback format="html"><text>再看一遍标准。</text></incorrectfeedback>
                <answer fraction="50"><text>甲</text><feedback><text>甲对</text></feedback></answer><answer fraction="50"><text>乙</text></answer><answer fraction="-50"><text>丙</text></answer>
                <hint format="html"><text>想一想</text></hint></question>
              <question type="shortanswer"><name><text>词</text></name><questiontext format="markdown"><text>*谁*负责？</text></questiontext><usecase>1</usecase><answer fraction="100"><text>校长</text></answer></question>
            </quiz>
            """);

        Assert.All(read, question => Assert.Empty(question.Faults()));
        Assert.Equal(("m,米", true, 1.4m, "“1.4”：对\n“*”：再量一次"), (string.Join(',', read[0].Blanks[0].Units), read[0].Blanks[0].NeedsUnit, read[0].Blanks[0].Value, read[0].Explanation));
        Assert.Contains(new ForeignProblem(ForeignFault.PointsDropped, "2"), read[0].Problems);
        Assert.Contains(ForeignFault.UnitsUnknown, read[0].Notes());
        Assert.Equal((QuestionKind.FillIn, "火警电话是____，净宽____米。", "119,一一九", 1.4m), (read[1].Kind, read[1].Stem, string.Join(',', read[1].Blanks[0].Accepted), read[1].Blanks[1].Value));
        Assert.Equal((QuestionKind.Single, "疏散走____。", "楼梯,楼梯间,电梯", 1), (read[2].Kind, read[2].Stem, string.Join(',', read[2].Options), read[2].Right[0]));
        Assert.Equal(["提", "拔", "压"], read[3].Options);
        Assert.Equal((QuestionKind.Multiple, "“甲”：甲对\n答错：再看一遍标准。"), (read[4].Kind, read[4].Explanation));
        Assert.Contains(ForeignFault.HintsDropped, read[4].Notes());
        Assert.Equal("谁负责？____", read[5].Stem);
        Assert.Contains(ForeignFault.CaseIgnored, read[5].Notes());
    }

    [Theory]
    [InlineData("ddmarker")]
    [InlineData("ddimageortext")]
    [InlineData("ddwtos")]
    [InlineData("gapselect")]
    [InlineData("calculated")]
    [InlineData("calculatedmulti")]
    [InlineData("randomsamatch")]
    [InlineData("description")]
    [InlineData("coderunner")]
    public void Names_every_kind_that_it_cannot_take_and_its_place(string kind)
    {
        var read = ForeignText.Questions($"""
            <quiz>
            <question type="truefalse"><questiontext><text>甲。</text></questiontext><answer fraction="100"><text>true</text></answer></question>
            <question type="{kind}"><name><text>第二题</text></name><questiontext format="html"><text>乙</text></questiontext></question>
            </quiz>
            """);

        Assert.Equal((2, 3, "第二题"), (read[1].Number, read[1].Line, read[1].Where));
        Assert.Contains(new ForeignProblem(ForeignFault.Unsupported, kind), read[1].Problems);
    }

    [Theory]
    [InlineData("<answer fraction=\"100\"><text>甲</text></answer>", ForeignFault.OptionsMissing)]
    [InlineData("<answer fraction=\"0\"><text>甲</text></answer><answer fraction=\"0\"><text>乙</text></answer>", ForeignFault.AnswerMissing)]
    [InlineData("<answer fraction=\"100\"><text>甲</text></answer><answer fraction=\"100\"><text>乙</text></answer>", ForeignFault.AnswerNotOne)]
    [InlineData("<answer fraction=\"100\"><text><![CDATA[<img src=\"a.png\">]]></text></answer><answer fraction=\"0\"><text>乙</text></answer>", ForeignFault.PicturesTooMany)]
    public void Says_what_is_wrong(string answers, ForeignFault fault) =>
        Assert.Contains(fault, ForeignText.Only($"<quiz><question type=\"multichoice\"><questiontext><text>题</text></questiontext><single>true</single>{answers}</question></quiz>").Faults());
}
