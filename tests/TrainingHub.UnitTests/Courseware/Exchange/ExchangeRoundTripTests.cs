using System.Security.Cryptography;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Courseware.Media;
using TrainingHub.Documents;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courseware.Exchange;

public sealed class ExchangeRoundTripTests
{
    private static readonly ImportDefaults Defaults = new(new Basis.OfDocument("待核", null, "没有写依据"), IsBasisChecked: false, QuestionUse.Both, null);

    [Theory]
    [InlineData(ExchangeFormat.Gift)]
    [InlineData(ExchangeFormat.MoodleXml)]
    [InlineData(ExchangeFormat.Aiken)]
    [InlineData(ExchangeFormat.Qti)]
    [InlineData(ExchangeFormat.Qti22)]
    [InlineData(ExchangeFormat.Markdown)]
    public async Task What_went_out_comes_back_and_goes_out_the_same(ExchangeFormat format)
    {
        foreach (var seed in Enumerable.Range(1, 60))
        {
            List<ForeignQuestion> questions = [.. Bank(seed).Where(question => ExchangeRule.WhyNot(format, question) is null)];
            if (questions.Count is 0)
            {
                continue;
            }

            var file = await WriteAsync(format, questions);

            var back = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(file));

            Assert.Equal(format is ExchangeFormat.Qti22 ? ExchangeFormat.Qti : format, back.Format);
            AssertSame(questions, back.Questions, hasFields: format is not ExchangeFormat.Aiken);
            Assert.All(questions.SelectMany(question => question.AllPictures), picture => Assert.Equal(Pictures[picture.File], back.Pictures[picture.File]));
            Assert.Equal(file, await WriteAsync(format, back.Questions));
        }
    }

    [Theory]
    [InlineData(ExchangeFormat.Gift, "Single Multiple TrueFalse FillIn Matching")]
    [InlineData(ExchangeFormat.MoodleXml, "Single Multiple TrueFalse FillIn Ordering Matching Written")]
    [InlineData(ExchangeFormat.Aiken, "Single TrueFalse")]
    [InlineData(ExchangeFormat.Qti, "Single Multiple TrueFalse FillIn Ordering Matching Hotspot Written")]
    [InlineData(ExchangeFormat.Qti22, "Single Multiple TrueFalse FillIn Ordering Matching Hotspot Written")]
    [InlineData(ExchangeFormat.Markdown, "Single Multiple TrueFalse FillIn Ordering Matching Hotspot Judgement Written")]
    [InlineData(ExchangeFormat.CsvGb18030, "Single Multiple TrueFalse FillIn Ordering Matching Judgement Written")]
    [InlineData(ExchangeFormat.Workbook, "Single Multiple TrueFalse FillIn Ordering Matching Judgement Written")]
    public void Every_kind_that_a_format_has_goes_out_in_it(ExchangeFormat format, string kinds) => Assert.Equal(
        kinds.Split(' ').Select(Enum.Parse<QuestionKind>),
        Enumerable.Range(1, 60).SelectMany(Bank).Where(question => ExchangeRule.WhyNot(format, question) is null).Select(question => question.Kind!.Value).Distinct().Order());

    [Theory]
    [InlineData(ExchangeFormat.Qti, "imsqti_v2p1")]
    [InlineData(ExchangeFormat.Qti22, "imsqti_v2p2")]
    public async Task One_question_without_a_picture_goes_out_as_an_item_alone(ExchangeFormat format, string space)
    {
        foreach (var question in Enumerable.Range(1, 5).SelectMany(Bank).Where(question => ExchangeRule.WhyNot(format, question) is null && !question.AllPictures.Any()))
        {
            var file = await WriteAsync(format, [question]);

            Assert.Equal(".xml", QuestionFile.EndingOf(format, [question]));
            var text = System.Text.Encoding.UTF8.GetString(file);
            Assert.StartsWith("<?xml", text, StringComparison.Ordinal);
            Assert.Equal((true, format is ExchangeFormat.Qti), (text.Contains(space, StringComparison.Ordinal), text.Contains("v2p1", StringComparison.Ordinal)));
            var back = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(file));
            AssertSame([question], back.Questions, hasFields: true);
            Assert.Equal(file, await WriteAsync(format, back.Questions));
        }
    }

    [Fact]
    public async Task A_table_in_gb18030_comes_back_as_it_went_out()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            List<ForeignQuestion> questions = [.. Bank(seed).Where(question => ExchangeRule.WhyNot(ExchangeFormat.CsvGb18030, question) is null)];
            var options = TableWriter.OptionColumns(questions);
            using var memory = new MemoryStream();
            await CsvTableWriter.WriteAsync(
                memory, GbText.Strict, TableWriter.Header(options), questions.Select(IReadOnlyList<Cell> (question) => [.. TableWriter.Row(question, options).Select(Cell.Of)]).ToAsyncEnumerable(), default);

            var back = Assert.IsType<ForeignReading.Read>(ForeignFile.Read(memory.ToArray()));

            AssertSame(questions, back.Questions, hasFields: true);
        }
    }

    [Fact]
    public void Tables_come_back_as_they_went_out()
    {
        foreach (var seed in Enumerable.Range(1, 60))
        {
            List<ForeignQuestion> questions = [.. Bank(seed).Where(question => ExchangeRule.WhyNot(ExchangeFormat.Workbook, question) is null)];
            var rows = Rows(questions);

            var back = Assert.IsType<ForeignReading.Read>(TableReader.Read(ExchangeFormat.Workbook, rows));

            AssertSame(questions, back.Questions, hasFields: true);
            Assert.Equal(rows.Select(row => string.Join('|', row.Cells)), Rows(back.Questions).Select(row => string.Join('|', row.Cells)));
        }
    }

    [Fact]
    public void The_same_text_has_the_same_id()
    {
        var first = ForeignText.Only("走廊能堆物。{FALSE}").Take(Defaults).Version;
        var second = ForeignText.Only("走廊能堆物。{FALSE#别的反馈}").Take(Defaults).Version;

        Assert.Equal(first.Prompt.Id, second.Prompt.Id);
        Assert.Equal(QuestionUse.Practice, first.Use);
    }

    [Theory]
    [InlineData("clause:school-hazards@2024#3.2.1")]
    [InlineData("statement:fire-code@2023#不得 # 堵塞 @ 通道")]
    [InlineData("document:办法%40教育局%23 1号#应当演练")]
    [InlineData("document:办法@长宁区#应当演练")]
    public void A_basis_reads_as_it_was_written(string text)
    {
        Assert.True(BasisText.IsExact(text));
        Assert.Equal(text, BasisText.Write(Assert.IsType<Basis>(BasisText.Read(text), exactMatch: false)));
    }

    private static readonly CleanMedia Png = Assert.IsType<CleanMedia>(MediaCleaner.Clean(TestMedia.Png()));
    private static readonly CleanMedia Jpeg = Assert.IsType<CleanMedia>(MediaCleaner.Clean(TestMedia.Jpeg()));
    private static readonly Dictionary<string, byte[]> Pictures = new[] { Png, Jpeg }.ToDictionary(NameOf, clean => clean.Bytes, StringComparer.Ordinal);

    private static async Task<byte[]> WriteAsync(ExchangeFormat format, IReadOnlyList<ForeignQuestion> questions)
    {
        using var memory = new MemoryStream();
        await QuestionFile.WriteAsync(memory, format, questions, (name, _) => Task.FromResult<byte[]?>(Pictures[name]), default);
        return memory.ToArray();
    }

    private static string NameOf(CleanMedia clean) => Convert.ToHexStringLower(SHA256.HashData(clean.Bytes));

    private static QuestionPicture PictureOf(string alt) => new(NameOf(Png), "image/png", Png.Width, Png.Height, alt);

    private static void AssertSame(List<ForeignQuestion> sent, IReadOnlyList<ForeignQuestion> back, bool hasFields)
    {
        Assert.Equal(sent.Count, back.Count);
        foreach (var (mine, theirs) in sent.Zip(back))
        {
            Assert.Empty(theirs.Faults());
            var (one, other) = (mine.Take(Defaults), theirs.Take(Defaults));
            if (hasFields)
            {
                Assert.Equal(one.Version.Hash, other.Version.Hash);
                Assert.Equal((one.Version.Use, one.Version.Difficulty, one.Source), (other.Version.Use, other.Version.Difficulty, other.Source));
                Assert.Equal(one.Tags, other.Tags);
                Assert.Equal(one.Points, other.Points);
            }
            else
            {
                Assert.Equal((mine.Kind, mine.Stem, mine.Right[0]), (theirs.Kind, theirs.Stem, theirs.Right[0]));
                Assert.Equal(mine.Options, theirs.Options);
            }
        }
    }

    private static List<TableRow> Rows(IReadOnlyList<ForeignQuestion> questions)
    {
        var options = TableWriter.OptionColumns(questions);
        return [.. new[] { TableWriter.Header(options) }.Concat(questions.Select(question => TableWriter.Row(question, options))).Select((cells, index) => new TableRow("题目", index + 1, cells))];
    }

    /// <summary>A bank of all kinds, its texts full of signs that formats use for themselves; always the same for a number.</summary>
    private static IEnumerable<ForeignQuestion> Bank(int seed)
    {
        var random = new Random(seed);
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            yield return ForeignQuestion.Of(Question(random, kind), (int)kind + 1);
        }

        // A story with several pictures and several questions: only our own Markdown carries it.
        var story = new CaseStem("case-1", "午休时\n" + Words(random, 3)) { Pictures = [PictureOf("楼梯"), new QuestionPicture(NameOf(Jpeg), "image/jpeg", Jpeg.Width, Jpeg.Height, "走廊 & “出口”")] };
        foreach (var place in Enumerable.Range(1, 2))
        {
            var question = Question(random, QuestionKind.Multiple);
            yield return ForeignQuestion.Of(question with { Version = new QuestionVersion(question.Version.Prompt with { Id = $"of-case-{place}", Case = story }, question.Version.Key, question.Version.Use, question.Version.Difficulty) }, 20 + place);
        }
    }

    private static ExchangedQuestion Question(Random random, QuestionKind kind)
    {
        var stem = Words(random, 3) + (random.Next(3) is 0 ? "\n" + Words(random, 2) : "");
        var isLettered = random.Next(4) is 0;
        List<string> options = [.. Enumerable.Range(0, random.Next(3, 7)).Select(place => $"{(isLettered ? (char)('A' + place) + ". " : place)}{Words(random, 1)}{(random.Next(8) is 0 ? "\n第二行" : "")}")];
        var prompt = new QuestionPrompt($"q-{random.Next(1000)}", kind, stem, kind is QuestionKind.TrueFalse or QuestionKind.FillIn or QuestionKind.Written ? [] : options);
        var key = new QuestionKey([], Words(random, 4) + (random.Next(3) is 0 ? "\n" + Words(random, 1) : ""), random.Next(3) switch
        {
            0 => new Basis.OfClause("school-hazards", "2024", "3.2"),
            1 => new Basis.OfStatement("fire-code", "2023", "不得堵塞 # 通道"),
            _ => new Basis.OfDocument("办法@1#2%", random.Next(2) is 0 ? null : "长宁区", "应当演练 \\ ]"),
        });
        key = key with { MoreClauses = key.Basis is Basis.OfClause && random.Next(2) is 0 ? [new Basis.OfClause("school-hazards", "2024", "3.3"), new Basis.OfClause("fire-code", "2023", "7.1.2")] : [] };
        (prompt, key) = kind switch
        {
            QuestionKind.Single => (prompt, key with { CorrectOptions = [random.Next(options.Count)] }),
            QuestionKind.Multiple => (prompt, key with { CorrectOptions = [0, options.Count - 1] }),
            QuestionKind.TrueFalse => (prompt, key with { CorrectOptions = [random.Next(2)] }),
            QuestionKind.FillIn when random.Next(2) is 0 => (prompt with { Stem = $"____{stem}_____{Words(random, 1)}" }, key with { Blanks = [Blank(random), Blank(random)] }),
            QuestionKind.FillIn => (prompt with { Stem = stem + "____" + Words(random, 1) }, key with { Blanks = [Blank(random)] }),
            QuestionKind.Matching => (prompt with { Targets = ["甲类", "乙类", "丙类"] }, key with { Pairs = [.. options.Select((_, place) => place % 2)] }),
            QuestionKind.Written => (prompt with { MostCharacters = 800 }, key with { Rubric = [new RubricLine("统一指挥", 2), new RubricLine("清点（人数）", 1)] }),
            QuestionKind.Hotspot => (prompt with { Picture = PictureOf("走廊") }, key with { CorrectOptions = [1], Zones = [.. options.Select((_, place) => place % 2 is 0 ? Zone.Rectangle(new Spot(place, 100), new Spot(301, 400)) : new Zone([new Spot(5, 6), new Spot(333, place), new Spot(500, 999)]))] }),
            QuestionKind.Judgement => (prompt, key with { CorrectOptions = [0], Level = HazardLevel.Major }),
            _ => (prompt, key),
        };
        if (kind is QuestionKind.Single or QuestionKind.Written && random.Next(2) is 0)
        {
            prompt = prompt with { Picture = PictureOf("走廊 <b> \"&"), MorePictures = random.Next(3) is 0 ? [PictureOf("走廊的另一头")] : [] };
        }

        // Tags that only look like fields.
        string[] tags = ["疏散", "a:b", "tag:a", "clause:school-hazards@2024#4.1", "difficulty:2", "use:both", "第1章：总则、“出口”"];
        return new ExchangedQuestion(new QuestionVersion(prompt, key, (QuestionUse)random.Next(3), random.Next(1, 4)), tags, ["出口 管理"], random.Next(2) is 0 ? null : "自编");
    }

    private static BlankKey Blank(Random random) => random.Next(4) switch
    {
        3 => new BlankKey { Accepted = ["5*3", "a\\*", "{1:SA:=x}", "~ # } \"", "'"] },
        0 => new BlankKey { Accepted = ["119", "一一九 {a}", "#x|y"] },
        1 => new BlankKey { Value = 1.4m, Tolerance = 0.05m },
        _ => new BlankKey { Accepted = ["一"], Value = 5, Units = ["米", "m"], NeedsUnit = true },
    };

    private static string Words(Random random, int count)
    {
        string[] words = ["疏散门", "A = B", "~ 50% #", "{甲}", "a: b", "\\n", "<b>粗</b>", "&amp;", "“引号”", "逗号，、", "=1+1", "\"", "]", "//", "$x$", "→", "|", "Ａ．", "{1:SA:=x}", "->", "【甲】（  ）", "A. 甲 B. 乙", "&lt;p&gt;", "￥５％", "😀", "解析：", "答案：A", "#", "@", "'甲'", "——", "…", "<!--", "]]>", "%50%", "双  空", "&nbsp;", "\\", "`码`", "*星*", "1. 甲", "- 项", "$CATEGORY: x", "::"];
        return "题" + string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)])) + "。";
    }
}
