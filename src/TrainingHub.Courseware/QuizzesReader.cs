using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads a course's quizzes and asks whether its questions are enough for each.</summary>
internal sealed class QuizzesReader(ProblemLog log)
{
    private const int MostSections = 50;
    private readonly BlueprintReader blueprints = new(log);

    /// <param name="files">One quiz each.</param>
    /// <param name="bank">Null when not every question could be read: what is missing may be what is broken, so nothing is said of it.</param>
    public IReadOnlyList<Quiz> Read(IEnumerable<SourceFile> files, IReadOnlyCollection<QuestionVersion>? bank) =>
        [.. files.Select(file => ReadQuiz(file, bank)).OfType<Quiz>()];

    private Quiz? ReadQuiz(SourceFile file, IReadOnlyCollection<QuestionVersion>? bank)
    {
        if (Fields.From(YamlText.Parse(file.Text, file.At(0), log), file.At(0), log) is not { } fields)
        {
            return null;
        }

        var slug = fields.Text("slug");
        Slugs.CheckName(slug, Path.GetFileNameWithoutExtension(file.Name), fields.PlaceOf("slug"), log);
        var title = fields.Text("title", CourseLimits.Title);
        var titleEn = fields.Text("titleEn", CourseLimits.Title);
        var minutes = fields.Number("minutes", 1, 600);
        var passPercent = fields.Number("passPercent", 1, 100);
        var attempts = fields.Number("attempts", 0, 1000);
        var wait = fields.Number("waitMinutes", 0, 60 * 24 * 30);
        var blueprint = BlueprintReader.IsPlan(fields) ? blueprints.ReadPlan(fields, bank) : ReadKinds(fields, bank);
        fields.RefuseOthers();
        if (minutes is not { } m || passPercent is not { } p || attempts is not { } a || wait is not { } w)
        {
            return null;
        }

        return new Quiz
        {
            Slug = slug,
            Title = title,
            TitleEn = titleEn,
            Minutes = m,
            PassPercent = p,
            AttemptsAllowed = a,
            WaitMinutes = w,
            Blueprint = blueprint,
        };
    }

    private Blueprint ReadKinds(Fields fields, IReadOnlyCollection<QuestionVersion>? bank)
    {
        var sections = fields.List("sections", MostSections).Select(section => (Read: ReadSection(section), section.Place)).ToList();
        var blueprint = new Blueprint([.. sections.Select(section => section.Read).OfType<BlueprintSection>()]);
        foreach (var shortage in bank is null ? [] : blueprint.FindShortages(bank).OfType<PaperShortage.OfKind>())
        {
            Report(shortage, sections.First(section => section.Read?.Kind == shortage.Kind).Place);
        }

        return blueprint;
    }

    private static BlueprintSection? ReadSection(Fields fields)
    {
        var kind = fields.Word("kind", QuestionWords.Kinds);
        var count = fields.Number("count", 1, 200);
        var points = fields.Number("points", 1, 100);
        BlueprintReader.KnowWords(fields);
        fields.RefuseOthers();
        return kind is { } k && count is { } c && points is { } p ? new BlueprintSection(k, c, p) : null;
    }

    private void Report(PaperShortage.OfKind shortage, Place place)
    {
        var (name, nameEn) = BlueprintReader.NameOf(shortage.Kind);
        log.Error(
            place,
            BlueprintReader.Shortage,
            ($"要抽{shortage.Wanted}道{name}，可用于考试的只有{shortage.Available}道，还差{shortage.Missing}道。",
                $"{shortage.Wanted} {nameEn} questions are to be drawn; only {shortage.Available} may be examined, {shortage.Missing} are missing."),
            ("补题（use写examination或者both），或者减少count。", "Add questions (use examination or both), or lower the count."));
    }
}
