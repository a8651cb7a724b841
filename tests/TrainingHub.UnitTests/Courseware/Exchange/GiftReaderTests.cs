using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

public sealed class GiftReaderTests
{
    [Fact]
    public void Reads_what_moodle_writes()
    {
        var questions = ForeignText.Questions("""
            // question: 0  name: Switch category to $course$/top/校园消防/疏散
            $CATEGORY: $course$/top/校园消防/疏散


            // question: 41  name: 出口
            // [id:exit-01] [tag:疏散] [tag:clause:school-hazards@2024#3.2]
            ::出口::[html]<p>教学楼的疏散门在上课时间应当<strong>怎样</strong>？</p>{
            	=<p>能从里面打开</p>#<p>对。</p>
            	~<p>上锁</p>#<p>发生火灾时来不及开锁。</p>
            	~<p>用桌椅挡住</p>
            	####<p>疏散门不得上锁、堵塞。</p>
            }


            // question: 42  name: 灭火器
            ::灭火器::[moodle]下列哪些是灭火器检查的内容？{
            	~%50%压力指针
            	~%50%铅封
            	~%-100%瓶身颜色
            }


            // question: 43  name: 判断
            ::判断::走廊可以临时堆放书本。{FALSE#想一想火灾时怎样疏散。#}


            // question: 44  name: 缺词
            ::缺词::火警电话是{=119 =一一九}，拨通后先说地址。


            // question: 45
            ::数字::灭火器多少个月检查一次？{#1:0.5}


            // question: 46
            ::范围::疏散演练每学期多少次？{#1..3}


            // question: 47
            ::配对::把做法和后果连起来。{
            	=锁闭安全出口 -> 重大事故隐患
            	=灭火器压力不足 -> 一般隐患
            	= -> 不构成隐患
            }


            // question: 48
            ::简述::说明发现火情后的三步。{}


            // question: 49
            ::说明::[html]<p>以下是第二部分。</p>

            """);

        Assert.Equal(9, questions.Count);
        Assert.All(questions, question => Assert.Equal("校园消防/疏散", question.Category));
        var exit = questions[0];
        Assert.Equal((QuestionKind.Single, "教学楼的疏散门在上课时间应当怎样？", "exit-01"), (exit.Kind, exit.Stem, exit.Id));
        Assert.Equal(["能从里面打开", "上锁", "用桌椅挡住"], exit.Options);
        Assert.Equal([0], exit.Right);
        Assert.Equal("clause:school-hazards@2024#3.2", exit.Basis);
        Assert.Equal(["疏散"], exit.Tags);
        Assert.Equal("疏散门不得上锁、堵塞。\n“能从里面打开”：对。\n“上锁”：发生火灾时来不及开锁。", exit.Explanation);
        Assert.True(exit.IsTakeable);
        Assert.Equal((QuestionKind.Multiple, "0,1"), (questions[1].Kind, string.Join(',', questions[1].Right)));
        Assert.Equal((QuestionKind.TrueFalse, 1, "答错：想一想火灾时怎样疏散。"), (questions[2].Kind, questions[2].Right[0], questions[2].Explanation));
        Assert.Equal("火警电话是____，拨通后先说地址。", questions[3].Stem);
        Assert.Equal(["119", "一一九"], questions[3].Blanks[0].Accepted);
        Assert.Equal((1m, 0.5m), (questions[4].Blanks[0].Value, questions[4].Blanks[0].Tolerance));
        Assert.Equal((2m, 1m), (questions[5].Blanks[0].Value, questions[5].Blanks[0].Tolerance));
        Assert.Equal(["重大事故隐患", "一般隐患", "不构成隐患"], questions[6].Targets);
        Assert.Equal([0, 1], questions[6].Pairs);
        Assert.Equal(QuestionKind.Written, questions[7].Kind);
        Assert.Equal([ForeignFault.RubricAssumed], questions[7].Notes());
        Assert.Equal([new ForeignProblem(ForeignFault.Unsupported, "description")], questions[8].Problems);
        Assert.All(questions.SkipLast(1), question => Assert.True(question.IsTakeable));
    }

    [Fact]
    public void Takes_signs_that_are_meant_as_they_are()
    {
        var question = ForeignText.Only("""
            ::转义::公式 a \= b\: \{c\} \~ \# 哪个对？\n第二行{=甲\=1 ~乙\~2 ~丙\#3}
            """);

        Assert.Equal("公式 a = b: {c} ~ # 哪个对？\n第二行", question.Stem);
        Assert.Equal(["甲=1", "乙~2", "丙#3"], question.Options);
    }

    [Theory]
    [InlineData("题干没有右括号{=甲 ~乙", ForeignFault.Malformed)]
    [InlineData("题干没有左括号 =甲 ~乙}", ForeignFault.Malformed)]
    [InlineData("两处答案{=甲 ~乙}再来{=丙}", ForeignFault.Malformed)]
    [InlineData("都错{~甲 ~乙}", ForeignFault.AnswerMissing)]
    [InlineData("两个都全对{=甲 =乙 ~丙}", ForeignFault.AnswerNotOne)]
    [InlineData("数字不是数字{#很多}", ForeignFault.AnswerUnknown)]
    [InlineData("{=甲 ~乙}", ForeignFault.StemMissing)]
    [InlineData("重复{=甲 ~甲}", ForeignFault.OptionRepeated)]
    public void Says_what_is_wrong_and_in_which_line(string text, ForeignFault fault)
    {
        var question = ForeignText.Questions("第一题{T}\n\n" + text)[1];

        Assert.Contains(fault, question.Faults());
        Assert.Equal((2, 3), (question.Number, question.Line));
        Assert.False(question.IsTakeable);
    }
}
