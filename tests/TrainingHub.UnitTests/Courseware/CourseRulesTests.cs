using System.Text;
using TrainingHub.Courseware;

namespace TrainingHub.UnitTests.Courseware;

/// <summary>Every rule once: the file, the line and the code it reports, and nothing else beside.</summary>
public sealed class CourseRulesTests : IDisposable
{
    private const string ClauseOne = """
              basis:
                standard: fire-law
                edition: "2021"
                clause: 第一条
            """;

    private readonly CourseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(CourseFolder.Lesson, "title: 出口", "title 没有冒号\ntitle: 出口", "缺少冒号")]
    [InlineData(CourseFolder.Lesson, "title: 出口", "title: \"出口", "引号没有成对")]
    [InlineData(CourseFolder.Course, "summary: 看懂安全出口。", "summary: 看懂: 安全出口。", "多了冒号")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn: Exits\ntitleEn: Doors", "写了两次")]
    public void Says_in_Chinese_what_the_parser_met(string path, string old, string replacement, string reason)
    {
        folder.Replace(path, old, replacement);

        Assert.Contains(reason, Assert.Single(Assert.IsType<CourseOutcome.Refused>(folder.Read()).Problems).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CourseFolder.Course, "titleEn: ", 3, 201)]
    [InlineData(CourseFolder.Course, "summary: ", 4, 1_001)]
    [InlineData(CourseFolder.Lesson, "title: ", 2, 201)]
    public void Says_what_is_too_long_to_be_shown(string path, string field, int line, int characters)
    {
        folder.Replace(path, field, field + new string('长', characters));

        Assert.Equal([(path, line, "field-too-long")], folder.Problems());
    }

    [Fact]
    public void A_lesson_has_a_name_that_fits_an_address()
    {
        var name = $"doors/lessons/02-{new string('a', 81)}.md";
        folder.Write(name, folder.ReadText(CourseFolder.Lesson));

        Assert.Contains((name, 1, "lesson-name"), folder.Problems());
    }

    [Fact]
    public void A_lesson_that_quotes_too_much_is_refused()
    {
        folder.Replace(CourseFolder.Standard, "安全出口保持畅通。", new string('通', 2_000))
            .WithBody(string.Concat(Enumerable.Repeat("::: clause fire-law 第一条\n:::\n\n", 500)));

        Assert.Equal([(CourseFolder.Lesson, 1, "lesson-too-large")], folder.Problems());
    }

    [Fact]
    public void Says_in_which_lines_markup_is_only_shown()
    {
        folder.WithBody("看<b onclick=\"x()\">门</b>。\n\n`<br>` a<b, c>d\n\n```\n<script>\n```\n\n<IFRAME src=\"//x\">\n");

        var inspection = folder.Inspect();

        var first = folder.ReadText(CourseFolder.Lesson).Split('\n').Index().First(line => line.Item.StartsWith('看')).Index + 1;
        Assert.IsType<CourseOutcome.Read>(inspection.Outcome);
        Assert.Equal([first, first + 8], inspection.Problems.Where(problem => problem.Code is "html-shown-as-text").Select(problem => problem.Line));
    }

    [Theory]
    // Shape of files
    [InlineData(CourseFolder.Lesson, "---\ntitle", "title", 1, "front-matter-broken")]
    [InlineData(CourseFolder.Lesson, "- c-6\n---", "- c-6", 1, "front-matter-broken")]
    [InlineData(CourseFolder.Lesson, "title: 出口", "title: \"出口", 2, "yaml-broken")]
    [InlineData(CourseFolder.Course, "summary: 看懂安全出口。", "summary: 看懂: 安全出口。", 4, "yaml-broken")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn: Exits\ntitleEn: Doors", 4, "yaml-broken")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "\ttitleEn: Exits", 3, "yaml-tab")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn: *title", 3, "yaml-not-plain")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn: [[[[[[[[[[[[[[[[[[[[[[", 3, "yaml-broken")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", 3, "yaml-not-plain")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn: Exits\ncolour: red", 4, "field-unknown")]
    [InlineData(CourseFolder.Course, "titleEn: Exits\n", "", 1, "field-missing")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn:", 3, "field-missing")]
    [InlineData(CourseFolder.Course, "titleEn: Exits", "titleEn: [Exits]", 3, "wrong-shape")]
    [InlineData(CourseFolder.Course, "slug: doors", "slug: windows", 1, "slug-differs")]
    [InlineData(CourseFolder.Course, "- teacher", "- astronaut", 8, "audience-unknown")]
    [InlineData(CourseFolder.Course, "quiz: final", "quiz: other", 10, "quiz-unknown")]
    // Questions
    [InlineData(CourseFolder.Questions, "id: q-multiple", "id: q-true", 24, "question-id-repeated")]
    [InlineData(CourseFolder.Questions, "id: q-multiple", "id: Q_Multiple", 24, "slug-invalid")]
    [InlineData(CourseFolder.Questions, "kind: multiple", "kind: many", 25, "word-unknown")]
    [InlineData(CourseFolder.Questions, "difficulty: 3", "difficulty: 4", 27, "number-out-of-range")]
    [InlineData(CourseFolder.Questions, "answer: B\n", "answer: D\n", 10, "answer-out-of-range")]
    [InlineData(CourseFolder.Questions, "answer: B\n", "answer: b\n", 10, "answer-out-of-range")]
    [InlineData(CourseFolder.Questions, "answer: AB", "answer: AAB", 30, "answer-repeated")]
    [InlineData(CourseFolder.Questions, "answer: B\n", "answer: AB\n", 10, "answer-single")]
    [InlineData(CourseFolder.Questions, "answer: AB", "answer: A", 30, "answer-multiple")]
    [InlineData(CourseFolder.Questions, "answer: AB", "answer: ABC", 30, "answer-all")]
    [InlineData(CourseFolder.Questions, "answer: false", "answer: 错误", 21, "answer-not-true-false")]
    [InlineData(CourseFolder.Questions, "answer: false", "options: [对, 错]\n  answer: false", 21, "true-false-with-options")]
    [InlineData(CourseFolder.Questions, "[楼梯间, 疏散通道, 储藏室]", "[楼梯间, 疏散通道, 楼梯间]", 29, "option-repeated")]
    [InlineData(CourseFolder.Questions, "[楼梯间, 疏散通道, 储藏室]", "[1, 2, 3, 4, 5, 6, 7, 8, 9]", 29, "option-count")]
    [InlineData(CourseFolder.Questions, "  explanation: 出口要畅通。\n", "", 1, "field-missing")]
    [InlineData(CourseFolder.Questions, ClauseOne + "\n", "", 1, "field-missing")]
    [InlineData(CourseFolder.Questions, "    clause: 第一条\n", "", 13, "basis-incomplete")]
    [InlineData(CourseFolder.Questions, "    clause: 第一条", "    clause: 第一条\n    statement: 畅通", 13, "basis-incomplete")]
    [InlineData(CourseFolder.Questions, "    standard: fire-law\n", "", 13, "basis-incomplete")]
    [InlineData(CourseFolder.Questions, "    standard: fire-law\n", "    standard: sea-law\n", 13, "standard-unknown")]
    [InlineData(CourseFolder.Questions, "    edition: \"2021\"\n", "    edition: \"2019\"\n", 14, "edition-unknown")]
    [InlineData(CourseFolder.Questions, "clause: 第一条", "clause: 第九条", 15, "clause-unknown")]
    [InlineData(CourseFolder.Questions, "clause: 第一条", "clause: 第二条", 15, "clause-unseen")]
    [InlineData(CourseFolder.Questions, "stem: 哪些地方不能堆放物品？", "stem: 安全出口，应当怎样?", 28, "stem-near-duplicate")]
    [InlineData(CourseFolder.Questions, "stem: 上课时可以锁闭疏散门。", "stem: 按《某消防规定》第九条，上课时可以锁闭疏散门。", 20, "clause-number-unseen")]
    [InlineData(CourseFolder.Questions, "stem: 上课时可以锁闭疏散门。", "stem: 按《某消防规定》（2021）第二条，上课时可以锁闭疏散门。", 20, "clause-number-unseen")]
    [InlineData(CourseFolder.Questions, "stem: 哪些地方不能堆放物品？", "stem: 按《某县工作方案》第一条，哪些地方不能堆放物品？", 28, "clause-number-unseen")]
    // Named documents
    [InlineData(CourseFolder.Questions, "document: 某县工作方案（某文〔2024〕1号）", "document: 某市工作方案", 32, "document-unknown")]
    [InlineData(CourseFolder.Questions, "document: 某县工作方案（某文〔2024〕1号）", "document: 《某消防规定》（2021年修订）", 32, "document-is-standard")]
    [InlineData(CourseFolder.Questions, "area: 某县, ", "", 32, "area-differs")]
    [InlineData(CourseFolder.Questions, "area: 某县, ", "area: 某市, ", 32, "area-differs")]
    [InlineData(CourseFolder.Questions, "statement: 通道不堆物", "statement: 通道可以堆物", 32, "statement-unknown")]
    [InlineData(CourseFolder.Questions, "statement: 疏散门不上锁", "statement: 疏散门要上锁", 23, "statement-unknown")]
    [InlineData(CourseFolder.Questions, "statement: 疏散门不上锁", "statement: 只听说过的说法", 23, "statement-unverified")]
    [InlineData(CourseFolder.Document, "seen: V", "seen: K", null, "statement-unverified")]
    [InlineData(CourseFolder.Document, "seen: V", "seen: 听说", 6, "word-unknown")]
    [InlineData(CourseFolder.Document, "status: inForce", "status: toBeChecked", null, "edition-to-be-checked")]
    [InlineData(CourseFolder.Document, "status: inForce", "status: replaced", null, "edition-replaced")]
    [InlineData(CourseFolder.Document, "id: county-plan", "id: plan", 1, "slug-differs")]
    [InlineData(CourseFolder.Document, "number: 某文〔2024〕1号", "number: 某文〔2024〕1号\nissued: 去年", 4, "date-invalid")]
    [InlineData(CourseFolder.Document, "  - 通道不堆物", "  - 通道不堆物\n  - 通道不堆物", 9, "statement-repeated")]
    // Standards
    [InlineData(CourseFolder.Standard, "issued: 2021-04-29", "issued: 2021年4月", 6, "date-invalid")]
    [InlineData(CourseFolder.Standard, "number: 第二条", "number: 第一条", 14, "clause-repeated")]
    [InlineData(CourseFolder.Standard, "slug: fire-law", "slug: law", 1, "slug-differs")]
    [InlineData(CourseFolder.Standard, "status: inForce", "status: toBeChecked", null, "edition-to-be-checked")]
    [InlineData(CourseFolder.Standard, "status: inForce", "status: replaced", null, "edition-replaced")]
    // Lessons
    [InlineData(CourseFolder.Lesson, "  - q-single\n", "", 4, "checks-too-few")]
    [InlineData(CourseFolder.Lesson, "- q-single", "- q-lost", 5, "check-unknown")]
    [InlineData(CourseFolder.Lesson, "- q-single", "- q-multiple", 5, "check-examination-only")]
    [InlineData(CourseFolder.Lesson, "- q-single", "- q-true", 6, "check-repeated")]
    [InlineData(CourseFolder.Lesson, "## 看什么", "# 看什么", 14, "heading-too-high")]
    [InlineData(CourseFolder.Lesson, "先看门。", "::: tip\n先看门。\n:::", 16, "block-unknown")]
    [InlineData(CourseFolder.Lesson, "先看门。", "::: hazard\n先看门。", 16, "block-not-closed")]
    [InlineData(CourseFolder.Lesson, "先看门。", "::: clause fire-law\n:::", 16, "clause-block-incomplete")]
    [InlineData(CourseFolder.Lesson, "先看门。", "::: clause sea-law 第一条\n:::", 16, "standard-unknown")]
    [InlineData(CourseFolder.Lesson, "先看门。", "::: clause fire-law 第八条\n:::", 16, "clause-unknown")]
    [InlineData(CourseFolder.Lesson, "先看门。", "::: clause fire-law 第二条\n:::", 16, "clause-unseen")]
    [InlineData(CourseFolder.Lesson, "先看门。", "先看\n[门](javascript:alert(1))。", 17, "link-unsafe")]
    [InlineData(CourseFolder.Lesson, "先看门。", "![门](door.png)", 16, "picture-unsupported")]
    // Quizzes
    [InlineData(CourseFolder.Quiz, "  - kind: single\n    count: 1", "  - kind: single\n    count: 3", 9, "blueprint-shortage")]
    [InlineData(CourseFolder.Quiz, "  - kind: multiple", "  - kind: trueFalse", 12, "blueprint-shortage")]
    [InlineData(CourseFolder.Quiz, "points: 10", "points: 0", 14, "number-out-of-range")]
    [InlineData(CourseFolder.Quiz, "slug: final", "slug: last", 1, "slug-differs")]
    [InlineData(CourseFolder.Quiz, "points: 5", "points: 5\n    difficulty: 3-1", 12, "difficulty-unknown")]
    [InlineData(CourseFolder.Quiz, "points: 5", "points: 5\n    difficulty: 2-3", 9, "blueprint-shortage")]
    [InlineData(CourseFolder.Quiz, "points: 5", "points: 5\n    tag: 出口", 9, "blueprint-shortage")]
    [InlineData(CourseFolder.Quiz, "points: 5", "points: 5\n    standard: fire-law\n    clause: 第二条", 9, "blueprint-shortage")]
    [InlineData(CourseFolder.Quiz, "points: 5", "points: 5\n    clause: 第一条", 12, "clause-alone")]
    [InlineData(CourseFolder.Quiz, "points: 5", "points: 5\n    scoring: half", 12, "word-unknown")]
    [InlineData(CourseFolder.Quiz, "waitMinutes: 10", "waitMinutes: 10\nfixed:\n  - question: q-nobody\n    points: 5", 9, "question-unknown")]
    [InlineData(CourseFolder.Quiz, "waitMinutes: 10", "waitMinutes: 10\nfixed:\n  - question: q-true\n    points: 5", 9, "blueprint-shortage")]
    [InlineData(CourseFolder.Quiz, "waitMinutes: 10", "waitMinutes: 10\nforbidden:\n  - first: q-single\n    second: q-single", 8, "blueprint-wrong")]
    [InlineData(CourseFolder.Quiz, "waitMinutes: 10", "waitMinutes: 10\nforbidden:\n  - first: q-single\n    second: q-multiple", 8, "blueprint-shortage")]
    [InlineData(CourseFolder.Quiz, "waitMinutes: 10", "waitMinutes: 10\nshuffleOptions: maybe", 8, "word-unknown")]
    public void Names_file_line_and_rule(string path, string old, string replacement, int? line, string code)
    {
        folder.Replace(path, old, replacement);

        var problem = Assert.Single(folder.Problems());

        Assert.Equal(code, problem.Code);
        if (line is { } at)
        {
            Assert.Equal((path, at), (problem.File, problem.Line));
        }
    }

    [Fact]
    public void An_edition_to_be_checked_serves_practice_alone()
    {
        folder.Replace(CourseFolder.Standard, "status: inForce", "status: toBeChecked");

        Assert.Equal([(CourseFolder.Questions, 14, "edition-to-be-checked")], folder.Problems());
    }

    [Fact]
    public void A_shortage_says_how_many_are_wanted_and_there()
    {
        folder.Replace(CourseFolder.Quiz, "  - kind: single\n    count: 1", "  - kind: single\n    count: 3");

        var problem = Assert.Single(((TrainingHub.Courseware.CourseOutcome.Refused)folder.Read()).Problems);

        Assert.Equal("要抽3道单选题，可用于考试的只有1道，还差2道。", problem.What);
    }

    [Fact]
    public void A_shortage_of_a_section_says_what_it_asks_for()
    {
        folder.Replace(CourseFolder.Quiz, "  - kind: single\n    count: 1\n    points: 5", "  - difficulty: 1-2\n    standard: fire-law\n    count: 3\n    points: 5");

        var problem = Assert.Single(((TrainingHub.Courseware.CourseOutcome.Refused)folder.Read()).Problems);

        Assert.Equal("第1部分（不限题型，难度1-2，依据fire-law）要抽3道，可用于考试的只有1道，还差2道。", problem.What);
    }

    [Fact]
    public void A_file_in_gbk_is_named_with_the_line_where_it_begins()
    {
        folder.Write(CourseFolder.Lesson, [.. Encoding.ASCII.GetBytes("---\ntitle: "), 0xB3, 0xF6, 0xBF, 0xDA, .. Encoding.ASCII.GetBytes("\n---\n")]);

        Assert.Equal([(CourseFolder.Lesson, 2, "file-not-utf8")], folder.Problems());
    }

    [Fact]
    public void A_file_in_utf_16_is_refused()
    {
        folder.Write(CourseFolder.Lesson, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("---\n")).ToArray());

        Assert.Equal([(CourseFolder.Lesson, 1, "file-not-utf8")], folder.Problems());
    }

    [Fact]
    public void A_question_file_over_two_megabytes_is_refused_and_one_of_exactly_two_is_read()
    {
        Fill(CourseFolder.Questions, 2 * 1024 * 1024);
        folder.Accepted();

        folder.Append(CourseFolder.Questions, "");

        Assert.Contains((CourseFolder.Questions, 1, "file-too-large"), folder.Problems());
    }

    [Theory]
    [InlineData((200 * 1024) + 1)]
    [InlineData(2_000_000)]
    [InlineData(3_000_000)]
    public void A_lesson_over_200_kilobytes_is_refused_and_told_how_to_split(int bytes)
    {
        Fill(CourseFolder.Lesson, bytes);

        var problem = Assert.Single(Assert.IsType<TrainingHub.Courseware.CourseOutcome.Refused>(folder.Read()).Problems);

        Assert.Equal((CourseFolder.Lesson, 1, "lesson-too-large"), (problem.File, problem.Line, problem.Code));
        Assert.Contains("按二级标题拆成几课", problem.HowToMend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_of_exactly_200_kilobytes_is_read()
    {
        Fill(CourseFolder.Lesson, 200 * 1024);

        folder.Accepted();
    }

    // Lines that are a comment in YAML and a heading of the second level in Markdown.
    private void Fill(string path, int bytes)
    {
        var text = folder.ReadText(path);
        var room = bytes - Encoding.UTF8.GetByteCount(text) - 1;
        folder.Append(path, string.Concat(Enumerable.Repeat($"## {new string('-', 76)}\n", room / 80)) + new string('#', room % 80));
    }

    [Fact]
    public void Missing_files_are_named()
    {
        folder.Delete(CourseFolder.Lesson).Delete(CourseFolder.Course);

        Assert.Equal([("doors/course.yml", 1, "course-file-missing"), ("doors/lessons", 1, "lessons-missing")], folder.Problems());
    }

    [Fact]
    public void A_gap_in_the_lessons_numbers_is_named()
    {
        folder.Write("doors/lessons/03-windows.md", folder.ReadText(CourseFolder.Lesson));

        Assert.Equal([("doors/lessons", 1, "lesson-missing")], folder.Problems());
    }

    [Fact]
    public void Two_lessons_with_one_number_are_named()
    {
        folder.Write("doors/lessons/01-windows.md", folder.ReadText(CourseFolder.Lesson));

        Assert.Equal([("doors/lessons/01-windows.md", 1, "lesson-repeated")], folder.Problems());
    }

    [Fact]
    public void A_lesson_without_a_number_is_named()
    {
        folder.Write("doors/lessons/windows.md", folder.ReadText(CourseFolder.Lesson));

        Assert.Equal([("doors/lessons/windows.md", 1, "lesson-name")], folder.Problems());
    }

    [Fact]
    public void A_file_that_nobody_uses_is_a_warning()
    {
        folder.Write("doors/questions/more.yaml", "[]").Write("doors/README.md", "说明");

        Assert.Equal([("doors/questions/more.yaml", 1, "file-unexpected")], folder.Problems());
        folder.Accepted();
    }

    [Fact]
    public void A_link_in_place_of_a_file_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Making a link needs an administrator there.
        }

        folder.Link("doors/questions/secret.yml", "/etc/hostname");

        Assert.Equal([("doors/questions/secret.yml", 1, "file-is-link")], folder.Problems());
    }

    [Theory]
    [InlineData("", "yaml-documents", 1)]
    [InlineData("- id: a\n---\n- id: b\n", "yaml-documents", 1)]
    [InlineData("# 还没有题目\nquestions: []\n", "questions-not-list", 2)]
    public void A_question_file_is_one_list(string text, string code, int line)
    {
        folder.Write("doors/questions/more.yml", text);

        Assert.Equal([("doors/questions/more.yml", line, code)], folder.Problems());
    }

    [Theory]
    [InlineData("true-false", "checks-true-false")]
    [InlineData("two-options", "checks-two-options")]
    [InlineData("length", "checks-told-by-length")]
    public void A_pool_that_guessing_beats_is_refused(string pool, string code)
    {
        folder.Write("doors/questions/checks.yml", string.Join('\n', Enumerable.Range(1, 6).Select(number => Check(number, pool is "true-false" && number < 5, pool switch
        {
            "two-options" when number is 2 => ["甲甲", "乙乙"],
            "length" when number < 5 => [.. Enumerable.Range(0, 4).Select(place => place == number % 4 ? "长长长长" : $"短{place}")],
            _ => ["甲", "乙", "丙", "丁"],
        }))));

        Assert.Equal([(CourseFolder.Lesson, 4, code)], folder.Problems());
    }

    private static string Check(int number, bool isTrueFalse, string[] options) => $"""
        - id: c-{number}
          kind: {(isTrueFalse ? "trueFalse" : "single")}
          use: practice
          difficulty: 1
          stem: {Stem(number)}
          {(isTrueFalse ? "" : $"options: [{string.Join(", ", options)}]")}
          answer: {(isTrueFalse ? (number % 2 is 0 ? "true" : "false") : $"{(char)('A' + (number % options.Length))}")}
          explanation: 见课文。
          basis: {"{"}document: some-rules, statement: 如此{"}"}
        """;

    [Fact]
    public void A_document_is_entered_once()
    {
        folder.Write("doors/documents/county-plan.yml", folder.ReadText(CourseFolder.Document));

        Assert.Equal([("doors/documents/county-plan.yml", 1, "document-repeated")], folder.Problems());
    }

    [Fact]
    public void A_document_that_is_a_standard_is_refused()
    {
        folder.Write("doors/documents/law.yml", "id: law\ntitle: 中华人民共和国某消防规定（2021）\nstatus: inForce\nseen: V\nstatements: [如此]\n");

        Assert.Equal([("doors/documents/law.yml", 2, "document-is-standard")], folder.Problems());
    }

    [Fact]
    public void A_broken_document_is_reported_once_and_not_for_every_question_that_cites_it()
    {
        folder.Replace(CourseFolder.Document, "title: 某县工作方案", "title: [");

        Assert.Equal([CourseFolder.Document], folder.Problems().Select(problem => problem.File).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void The_same_edition_in_two_files_is_named()
    {
        folder.Write("_standards/fire-law-2021.yml", folder.ReadText(CourseFolder.Standard));

        Assert.Equal([(CourseFolder.Standard, 1, "edition-repeated")], folder.Problems());
    }

    [Fact]
    public void A_broken_standard_is_reported_once_and_not_for_every_question_that_cites_it()
    {
        folder.Replace(CourseFolder.Standard, "title: 某消防规定", "title: [");

        Assert.Equal([CourseFolder.Standard], folder.Problems().Select(problem => problem.File).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void A_broken_question_file_is_not_reported_as_unknown_checks_or_shortage()
    {
        folder.Replace(CourseFolder.Questions, "stem: 安全出口应当怎样？", "stem: \"安全出口");

        Assert.Equal([CourseFolder.Questions], folder.Problems().Select(problem => problem.File).Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(6, true)]
    public void Right_options_are_not_the_longest_in_more_than_60_percent(int longest, bool accepted)
    {
        AddSingles(9, number => (number - 1) % 4, number => number <= longest ? "比其他选项都长的说法" : "短");

        Assert.Equal(accepted, !folder.Problems().Select(problem => problem.Code).Contains("right-option-longest", StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(4, true)]
    public void No_letter_is_the_key_of_more_than_45_percent(int same, bool accepted)
    {
        AddSingles(9, number => number <= same ? 0 : 1 + (number % 3), _ => "短");

        Assert.Equal(accepted, !folder.Problems().Select(problem => problem.Code).Contains("key-spread", StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void True_is_the_answer_of_30_to_70_percent(int right, bool accepted)
    {
        foreach (var number in Enumerable.Range(1, 9))
        {
            folder.Append(CourseFolder.Questions, $"""
                - id: more-{number}
                  kind: trueFalse
                  use: practice
                  difficulty: 1
                  stem: {Stem(number)}
                  answer: {(number <= right ? "true" : "false")}
                  explanation: 因为如此。
                  basis: {"{"}document: 某文件, statement: 如此{"}"}
                """);
        }

        Assert.Equal(accepted ? [] : ["true-false-spread"], folder.Problems().Select(problem => problem.Code), StringComparer.Ordinal);
    }

    private void AddSingles(int count, Func<int, int> key, Func<int, string> right)
    {
        foreach (var number in Enumerable.Range(1, count))
        {
            var options = Enumerable.Range(0, 4).Select(place => place == key(number) ? right(number) : $"选项{place}");
            folder.Append(CourseFolder.Questions, $"""
                - id: more-{number}
                  kind: single
                  use: practice
                  difficulty: 1
                  stem: {Stem(number)}
                  options: [{string.Join(", ", options)}]
                  answer: {(char)('A' + key(number))}
                  explanation: 因为如此。
                  basis: {"{"}document: 某文件, statement: 如此{"}"}
                """);
        }
    }

    private static string Stem(int number) => string.Concat(Enumerable.Range(0, 12).Select(place => (char)('一' + (number * 37) + (place * 11))));
}
