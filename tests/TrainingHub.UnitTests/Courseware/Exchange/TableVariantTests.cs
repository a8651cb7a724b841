using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

/// <summary>Tables in all the ways that schools have them: each header, each kind, each layout of options, each spelling of an answer.</summary>
public sealed class TableVariantTests
{
    [Theory]
    [InlineData("题干")]
    [InlineData("题目")]
    [InlineData("content")]
    [InlineData("question")]
    [InlineData("q")]
    [InlineData("questionContent")]
    [InlineData("试题内容")]
    [InlineData("题干（必填）")]
    [InlineData("【必填】题干")]
    [InlineData("*题干")]
    [InlineData("大题题干")]
    [InlineData("question_text")]
    [InlineData("问题")]
    public void Knows_the_column_of_stems(string header) => Assert.Equal("堵塞通道。", ForeignText.Only($"{header},答案,题型\n堵塞通道。,错,判断").Stem);

    [Theory]
    [InlineData(QuestionKind.Single, "单选题 单选 single 1 单项选择题")]
    [InlineData(QuestionKind.Multiple, "多选题 多选 multiple 2 多项选择题 multi_select")]
    [InlineData(QuestionKind.TrueFalse, "判断题 判断 judge truefalse 3 是非题")]
    [InlineData(QuestionKind.FillIn, "填空题 填空 fill")]
    [InlineData(QuestionKind.Written, "简答题 问答题 essay")]
    public void Knows_the_words_for_kinds(QuestionKind kind, string words) =>
        Assert.All(words.Split(' '), word => Assert.Equal(kind, ForeignText.Only($"题型,题干,选项A,选项B,答案\n{word},甲？,一,二,A").Kind));

    [Theory]
    [InlineData("选择题", "B", QuestionKind.Single)]
    [InlineData("选择题", "AB", QuestionKind.Multiple)]
    [InlineData("不定项选择题", "B", QuestionKind.Single)]
    [InlineData("不定项选择题", "BC", QuestionKind.Multiple)]
    [InlineData("MULTIPLE_CHOICE", "B", QuestionKind.Single)]
    public void Counts_what_is_right_where_the_kind_leaves_it_open(string word, string answer, QuestionKind kind)
    {
        var question = ForeignText.Only($"题型,题干,选项A,选项B,选项C,答案\n{word},甲？,一,二,三,{answer}");

        Assert.Empty(question.Faults());
        Assert.Equal(kind, question.Kind);
    }

    [Theory]
    [InlineData("题型（0单选，1判断，2多选）", "1")]
    [InlineData("题型(1-单选题 2-多选题 3-判断题)", "3")]
    [InlineData("题型：1=单选;2=判断", "2")]
    public void Numbers_mean_the_kinds_that_the_header_says(string header, string number) =>
        Assert.Equal(QuestionKind.TrueFalse, ForeignText.Only($"\"{header}\",题干,选项A,选项B,答案\n{number},甲。,对,错,B").Kind);

    [Fact]
    public void Knows_the_other_columns_by_their_many_names()
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["答案"] = ["正确答案", "标准答案(如A/ABC)", "参考答案", "正确选项", "answer", "correct_answer", "questionAnswer", "mark"],
            ["解析"] = ["试题解析", "答案解析", "分析", "explanation", "analysis"],
            ["难度"] = ["难易度", "难度(1-5)", "题目难度", "difficulty_level"],
            ["知识点"] = ["考点", "所属知识点", "知识点名称"],
            ["标签"] = ["关键词", "tags"],
            ["分类"] = ["章节", "目录", "所属章节", "category"],
            ["依据"] = ["法规依据", "条款", "出题依据"],
            ["来源"] = ["出处", "source"],
            ["分值"] = ["分数", "score"],
        };
        string[] columns = [.. words.Keys];

        foreach (var (column, names) in words)
        {
            Assert.All(names, name =>
            {
                var question = ForeignText.Only($"题型,题干,{string.Join(',', columns.Select(one => string.Equals(one, column, StringComparison.Ordinal) ? name : one))}\n判断,甲。,对,因为,困难,疏散,消防,第一章,《消防法》第二十八条,自编,2");
                Assert.Equal([0], question.Right);
                Assert.Equal(("因为", 3, "《消防法》第二十八条", "自编"), (question.Explanation, question.Difficulty, question.Basis, question.Source));
                Assert.Equal(("疏散", "消防,第一章"), (question.Points.Single(), string.Join(',', question.Tags)));
                Assert.Contains(new ForeignProblem(ForeignFault.PointsDropped, "2"), question.Problems);
            });
        }
    }

    [Theory]
    [InlineData("正确 对 true TRUE T √ ✓ 1 A 是 Yes 正确。 （√） 答案：对", 0)]
    [InlineData("错误 错 false FALSE F × ✗ 2 B 否 x 0", 1)]
    public void Knows_how_true_and_false_are_spelt(string words, int right) =>
        Assert.All(words.Split(' '), word => Assert.Equal([right], ForeignText.Only($"题型,题干,答案\n判断题,甲。,{word}").Right));

    [Theory]
    [InlineData("选项\n单选,甲？,B,{0}", "A.甲|B.乙|C.丙|D.丁")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"[\"\"甲\"\",\"\"乙\"\",\"\"丙\"\",\"\"丁\"\"]\"")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"[\"\"A. 甲\"\",\"\"B. 乙\"\",\"\"C. 丙\"\",\"\"D. 丁\"\"]\"")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"{\"\"A\"\":\"\"甲\"\",\"\"B\"\":\"\"乙\"\",\"\"C\"\":\"\"丙\"\",\"\"D\"\":\"\"丁\"\"}\"")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"A、甲\nB、乙\nC、丙\nD、丁\"")]
    [InlineData("选项\n单选,甲？,B,{0}", "A．甲 B．乙 C．丙 D．丁")]
    [InlineData("选项\n单选,甲？,B,{0}", "甲；乙；丙；丁")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"甲,乙,丙,丁\"")]
    [InlineData("选项A,选项B,选项C,选项D,选项E,选项F,选项G,选项H\n单选,甲？,B,{0}", "甲,乙,丙,丁,,,,")]
    [InlineData("optionA,optionB,optionC,optionD\n单选,甲？,B,{0}", "A、甲,B、乙,C、丙,D、丁")]
    [InlineData("A,B,C,D\n单选,甲？,B,{0}", "甲,乙,丙,丁")]
    [InlineData("选项1,选项2,选项3,选项4\n单选,甲？,B,{0}", "甲,乙,丙,丁")]
    [InlineData("option_a,option_b,option_c,option_d\n单选,甲？,B,{0}", "甲,乙,丙,丁")]
    [InlineData("A选项,B选项,C选项,D选项\n单选,甲？,B,{0}", "甲,乙,丙,丁")]
    [InlineData("选项\n单选,甲？,B,{0}", "（A）甲（B）乙（C）丙（D）丁")]
    [InlineData("选项\n单选,甲？,B,{0}", "a. 甲 b. 乙 c. 丙 d. 丁")]
    [InlineData("选项\n单选,甲？,B,{0}", "①甲②乙③丙④丁")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"{A:甲,B:乙,C:丙,D:丁}\"")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"['甲', '乙', '丙', '丁']\"")]
    [InlineData("选项\n单选,甲？,B,{0}", "\"[{\"\"key\"\":\"\"A\"\",\"\"value\"\":\"\"甲\"\"},{\"\"key\"\":\"\"B\"\",\"\"value\"\":\"\"乙\"\"},{\"\"key\"\":\"\"C\"\",\"\"value\"\":\"\"丙\"\"},{\"\"key\"\":\"\"D\"\",\"\"value\"\":\"\"丁\"\"}]\"")]
    public void Knows_how_options_are_laid_out(string rest, string options)
    {
        var question = ForeignText.Only("题型,题干,答案," + rest.Replace("{0}", options, StringComparison.Ordinal));

        Assert.Empty(question.Faults());
        Assert.Equal(["甲", "乙", "丙", "丁"], question.Options);
        Assert.Equal([1], question.Right);
    }

    [Theory]
    [InlineData("ABD")]
    [InlineData("DBA")]
    [InlineData("\"A,B,D\"")]
    [InlineData("A、B、D")]
    [InlineData("A B D")]
    [InlineData("ａｂｄ")]
    [InlineData("\"[\"\"甲\"\",\"\"乙\"\",\"\"丁\"\"]\"")]
    [InlineData("\"[\"\"A\"\",\"\"B\"\",\"\"D\"\"]\"")]
    [InlineData("甲；乙；丁")]
    [InlineData("A|B|D")]
    [InlineData("\"1,2,4\"")]
    [InlineData("答案：ABD")]
    [InlineData("A、B和D")]
    [InlineData("①②④")]
    [InlineData("A.甲；B.乙；D.丁")]
    [InlineData("A+B+D")]
    [InlineData("（ABD）")]
    [InlineData("AABD")]
    public void Knows_how_several_answers_are_spelt(string answer)
    {
        var question = ForeignText.Only($"题型,题干,选项,答案\n多选题,甲？,甲|乙|丙|丁,{answer}");

        Assert.Empty(question.Faults());
        Assert.Equal([0, 1, 3], question.Right);
    }

    [Fact]
    public void Reads_answers_beside_marks_and_keeps_the_rest()
    {
        var read = ForeignText.Questions("""
            type,content,answers,mark,章节,知识点,标签,分值,年份,来源,依据,难度
            单选题,食堂留样多久？,"[""A、24小时"",""B、48小时""]",B,食品安全,留样,食堂、卫生,2,2025,自编,《食品安全法》第五十五条,困难
            判断题,留样柜可以不上锁。,"[""对"",""错""]",B,,,,,,,安全生产法第二十六条,
            """);

        Assert.All(read, question => Assert.Empty(question.Faults()));
        Assert.Equal(("24小时,48小时", 1, 3, "自编"), (string.Join(',', read[0].Options), read[0].Right[0], read[0].Difficulty, read[0].Source));
        Assert.Equal(["留样"], read[0].Points);
        Assert.Equal(["食堂", "卫生", "食品安全"], read[0].Tags);
        Assert.Contains(new ForeignProblem(ForeignFault.PointsDropped, "2"), read[0].Problems);
        Assert.Equal([1], read[1].Right);
        Assert.Contains(ForeignFault.BasisUnclear, read[1].Problems.Select(problem => problem.Fault));
    }

    [Theory]
    [InlineData("甲？,A", ForeignFault.KindUnknown)]
    [InlineData("甲？,C", ForeignFault.KindUnknown)]
    public void Does_not_guess_where_the_options_are_missing(string row, ForeignFault fault) => Assert.Contains(fault, ForeignText.Only("questionContent,questionAnswer\n" + row).Faults());

    [Theory]
    [InlineData("AAB", "0,1", ForeignFault.AnswerRepeated)]
    [InlineData("BA", "0,1", null)]
    [InlineData("E", "", ForeignFault.AnswerOutOfRange)]
    [InlineData("", "", ForeignFault.AnswerMissing)]
    public void Judges_answers_that_are_repeated_out_of_range_or_missing(string answer, string right, ForeignFault? problem)
    {
        var question = ForeignText.Only($"题型,题干,A,B,C,D,答案\n多选题,甲？,一,二,三,四,{answer}");

        Assert.Equal(right, string.Join(',', question.Right));
        Assert.True(problem is null || question.Problems.Any(one => one.Fault == problem));
    }

    [Fact]
    public void Cleans_the_html_of_others_and_says_so()
    {
        var question = ForeignText.Only("题型,题干,A,B,答案\n单选题,\"<p>甲<script>alert('x')</script>？</p>\",<b>一</b>,\"二<img src=x onerror=alert(1)>\",A");

        Assert.Equal(("甲？", "一,二"), (question.Stem, string.Join(',', question.Options)));
        Assert.Contains(new ForeignProblem(ForeignFault.MarkupDropped, "script"), question.Problems);
        Assert.Equal([ForeignFault.PicturesTooMany], question.Faults());
        Assert.Equal("a < b 且 c > d", ForeignText.Only("题型,题干,答案\n判断题,a < b 且 c > d,对").Stem);
    }

    [Fact]
    public void Says_of_rows_what_the_spreadsheet_gives_reason_for()
    {
        var rows = new[]
        {
            new TableRow("一", 1, ["题型", "题干", "答案"]),
            new TableRow("一", 2, ["判断题", "甲。", "对"]) { Problems = [new ForeignProblem(ForeignFault.HiddenRow), new ForeignProblem(ForeignFault.FormulaValue, "B2")] },
            new TableRow("一", 3, ["判断题", "#", "对"]) { Problems = [new ForeignProblem(ForeignFault.CellBroken, "B3")] },
        };

        var read = Assert.IsType<ForeignReading.Read>(TableReader.Read(ExchangeFormat.Workbook, rows)).Questions;

        Assert.Equal([true, false], read.Select(question => question.IsTakeable));
        Assert.Equal([ForeignFault.HiddenRow, ForeignFault.FormulaValue], read[0].Notes());
    }

    [Fact]
    public void Reads_each_header_of_a_sheet_and_names_the_sheet_that_has_none()
    {
        var rows = new[]
        {
            new TableRow("一", 1, ["一、单选题"]), new TableRow("一", 2, ["序号", "题干", "A", "B", "答案"]), new TableRow("一", 3, ["1", "甲？", "一", "二", "B"]),
            new TableRow("一", 4, ["二、判断题"]), new TableRow("一", 5, ["序号", "题干", "答案"]), new TableRow("一", 6, ["1", "乙。", "错"]),
            new TableRow("二", 1, ["丙。", "对", "", "错"]), new TableRow("说明", 1, ["每题一行。"]),
        };

        var read = Assert.IsType<ForeignReading.Read>(TableReader.Read(ExchangeFormat.Workbook, rows)).Questions;

        Assert.Equal([true, true, false], read.Select(question => question.IsTakeable));
        Assert.Equal([(QuestionKind.Single, 1), (QuestionKind.TrueFalse, 1)], read.Take(2).Select(question => (question.Kind!.Value, question.Right.Single())));
        Assert.Equal(("二", 3, new ForeignProblem(ForeignFault.SheetUnread, "二")), (read[2].Where, read[2].Number, Assert.Single(read[2].Problems)));
    }

    [Fact]
    public void Refuses_a_stem_that_is_too_long_and_names_the_row()
    {
        var question = ForeignText.Questions("题型,题干,答案\n判断题,甲。,对\n判断题," + new string('长', 4001) + ",对\n")[1];

        Assert.Equal((3, ForeignFault.StemTooLong), (question.Line, Assert.Single(question.Faults())));
    }
}
