using System.Text;
using TrainingHub.Courseware;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Courseware;

public sealed class CourseReaderTests : IDisposable
{
    private readonly CourseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_a_course_without_a_fault()
    {
        var read = folder.Accepted();

        Assert.Empty(read.Warnings);
        Assert.Equal(("doors", "安全出口", "Exits", 45, "final"),
            (read.Content.Slug, read.Content.Title, read.Content.TitleEn, read.Content.CreditMinutes, read.Content.QuizSlug));
        Assert.Equal(["principal", "teacher"], read.Content.Audience);
        var lesson = Assert.Single(read.Content.Lessons);
        Assert.Equal(("exits", 1, "出口", 20), (lesson.Slug, lesson.Number, lesson.Title, lesson.Minutes));
        Assert.Equal(["q-single", "q-true", "c-1", "c-2", "c-3", "c-4", "c-5", "c-6"], lesson.Checks);
        Assert.Equal("<h2>看什么</h2>\n<p>先看门。</p>", lesson.Html);
    }

    [Fact]
    public void Reads_questions_with_key_and_basis()
    {
        var questions = folder.Accepted().Content.Questions.ToDictionary(question => question.Prompt.Id, StringComparer.Ordinal);

        Assert.Equal(["锁闭", "畅通", "堆放物品"], questions["q-single"].Prompt.Options);
        Assert.Equal([1], questions["q-single"].Key.CorrectOptions);
        Assert.Equal(new Basis.OfClause("fire-law", "2021", "第一条"), questions["q-single"].Key.Basis);
        Assert.Equal([1], questions["q-true"].Key.CorrectOptions);
        Assert.Equal(new Basis.OfStatement("fire-law", "2021", "疏散门不上锁"), questions["q-true"].Key.Basis);
        Assert.Equal([0, 1], questions["q-multiple"].Key.CorrectOptions);
        Assert.Equal(new Basis.OfDocument("某县工作方案（某文〔2024〕1号）", "某县", "通道不堆物"), questions["q-multiple"].Key.Basis);
        Assert.Equal((QuestionUse.Examination, 3), (questions["q-multiple"].Use, questions["q-multiple"].Difficulty));
    }

    [Fact]
    public void A_quiz_draws_by_tag_clause_and_difficulty_with_fixed_and_forbidden_questions()
    {
        folder.Replace(CourseFolder.Questions, "  kind: single\n", "  kind: single\n  tags: [出口, 疏散]\n")
            .Replace(CourseFolder.Quiz, "  - kind: single\n    count: 1\n    points: 5\n", "  - tag: 出口\n    standard: fire-law\n    clause: 第一条\n    difficulty: 1-2\n    scoring: partial\n    count: 1\n    points: 5\n")
            .Replace(CourseFolder.Quiz, "  - kind: multiple\n    count: 1\n    points: 10", "fixed:\n  - question: q-multiple\n    points: 10\nforbidden:\n  - first: q-multiple\n    second: q-true\nshuffleOptions: false");

        var content = folder.Accepted().Content;

        Assert.Equal(["出口", "疏散"], content.Questions.Single(question => question.Prompt.Id is "q-single").Tags);
        var blueprint = Assert.Single(content.Quizzes).Blueprint;
        Assert.Equal((15, 2, true), (blueprint.FullPoints, blueprint.ItemCount, blueprint.MayAskWritten));
        var paper = Assert.IsType<PaperOutcome.Drawn>(blueprint.Draw(content.Questions, seed: 5)).Paper;
        Assert.Equal(
            [("q-multiple", 10, ScoreRule.AllOrNothing, "0,1,2", null), ("q-single", 5, ScoreRule.Partial, "0,1,2", null)],
            paper.Items.Select(item => (content.Questions.Single(question => string.Equals(question.Hash, item.QuestionHash, StringComparison.Ordinal)).Prompt.Id, item.Points, item.Rule, item.OptionOrderText, item.Source)));
    }

    [Fact]
    public void Reads_quizzes_and_standards()
    {
        var read = folder.Accepted();

        var quiz = Assert.Single(read.Content.Quizzes);
        Assert.Equal(("final", 30, 80, 0, 10, 15), (quiz.Slug, quiz.Minutes, quiz.PassPercent, quiz.AttemptsAllowed, quiz.WaitMinutes, quiz.Blueprint.FullPoints));
        var standard = Assert.Single(read.Standards);
        Assert.Equal((new DateOnly(2021, 4, 29), new DateOnly(2021, 5, 1), EditionStatus.InForce), (standard.Issued, standard.InForceFrom, standard.Status));
        Assert.Equal([ClauseSighting.Full, ClauseSighting.Unseen], standard.Clauses.Select(clause => clause.Sighting));
    }

    [Fact]
    public void Equal_folders_have_equal_hashes_whatever_their_line_ends_and_byte_order_mark()
    {
        using var other = new CourseFolder();
        other.Write(CourseFolder.Lesson, other.ReadText(CourseFolder.Lesson).ReplaceLineEndings("\r\n"));
        other.Write(CourseFolder.Course, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(other.ReadText(CourseFolder.Course))]);

        var (first, second) = (folder.Accepted().Content, other.Accepted().Content);

        Assert.Matches("^[0-9a-f]{64}$", first.Hash);
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(first.Lessons[0].Html, second.Lessons[0].Html);
    }

    [Theory]
    [InlineData(CourseFolder.Lesson, "先看门。", "先看窗。")]
    [InlineData(CourseFolder.Quiz, "minutes: 30", "minutes: 31")]
    [InlineData(CourseFolder.Course, "title: 安全出口", "title: 出口")]
    [InlineData(CourseFolder.Questions, "explanation: 不可以。", "explanation: 不行。")]
    [InlineData(CourseFolder.Standard, "status: inForce", "status: inForce # 已核")]
    [InlineData(CourseFolder.Statements, "seen: V-转", "seen: V-摘")]
    [InlineData(CourseFolder.Document, "area: 某县", "area: 某县\nissuer: 某县教育局")]
    [InlineData(CourseFolder.OwnDocument, "issued: \"2024-03\"", "issued: \"2024\"")]
    public void Any_change_of_a_file_changes_the_hash(string path, string old, string replacement)
    {
        var before = folder.Accepted().Content.Hash;

        Assert.NotEqual(before, folder.Replace(path, old, replacement).Accepted().Content.Hash, StringComparer.Ordinal);
    }

    [Fact]
    public void A_standard_that_the_course_does_not_cite_leaves_its_hash_alone()
    {
        var before = folder.Accepted().Content.Hash;
        folder.Write("_standards/other.yml", folder.ReadText(CourseFolder.Standard).Replace("fire-law", "other", StringComparison.Ordinal));

        var read = folder.Accepted();

        Assert.Equal(before, read.Content.Hash);
        Assert.Equal(["fire-law", "other"], read.Standards.Select(standard => standard.Slug), StringComparer.Ordinal);
    }

    [Fact]
    public void A_refused_course_still_counts_what_is_there()
    {
        folder.Replace(CourseFolder.Questions, "statement: 疏散门不上锁", "statement: 没有登记的说法");

        var inspection = folder.Inspect();

        Assert.IsType<CourseOutcome.Refused>(inspection.Outcome);
        Assert.Equal(new CourseCounts(Lessons: 1, Questions: 9, WithBasis: 8, WithClause: 1), inspection.Counts);
    }

    [Fact]
    public void The_documents_that_a_course_cites_travel_with_it()
    {
        folder.Write("_documents/other.yml", folder.ReadText(CourseFolder.Document).Replace("county-plan", "other", StringComparison.Ordinal).Replace("某县", "某市", StringComparison.Ordinal));

        Assert.Equal([CourseFolder.Standard, CourseFolder.Document, CourseFolder.Statements], folder.Inspect().SharedFiles, StringComparer.Ordinal);
    }

    [Fact]
    public void Problems_say_what_is_wrong_and_how_to_mend_it_in_both_languages()
    {
        folder.Replace(CourseFolder.Questions, "answer: B", "answer: E");

        var problem = Assert.Single(Assert.IsType<CourseOutcome.Refused>(folder.Read()).Problems);

        Assert.Equal("doors/questions/all.yml:10: 答案“E”不全是选项的字母。 — 只用A到C的大写字母，中间不加空格和标点。 [answer-out-of-range]", problem.ToString());
        Assert.Equal("The answer 'E' is not made of the options' letters.", problem.WhatEn);
        Assert.Equal("Use capital letters from A to C, without blanks or marks.", problem.HowToMendEn);
    }

    [Fact]
    public void Problems_of_all_files_are_found_in_one_run()
    {
        folder
            .Replace(CourseFolder.Course, "creditMinutes: 45", "creditMinutes: 很多")
            .Replace(CourseFolder.Lesson, "minutes: 20", "minuts: 20")
            .Replace(CourseFolder.Quiz, "passPercent: 80", "passPercent: 120");

        Assert.Equal(
            [
                (CourseFolder.Course, 9, "number-out-of-range"),
                (CourseFolder.Lesson, 2, "field-missing"),
                (CourseFolder.Lesson, 3, "field-unknown"),
                (CourseFolder.Quiz, 5, "number-out-of-range"),
            ],
            folder.Problems());
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused() =>
        Assert.Contains(
            Assert.IsType<CourseOutcome.Refused>(CourseReader.Read(Path.Combine(Path.GetTempPath(), "no-such-course"))).Problems,
            problem => problem.Code is "course-file-missing");
}
