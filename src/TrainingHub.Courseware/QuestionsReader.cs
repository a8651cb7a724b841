using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads a course's question files.</summary>
internal sealed class QuestionsReader(StandardShelf shelf, DocumentShelf documents, ProblemLog log)
{
    public static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["single"] = QuestionKind.Single,
        ["multiple"] = QuestionKind.Multiple,
        ["trueFalse"] = QuestionKind.TrueFalse,
    };

    private static readonly Dictionary<string, QuestionUse> Uses = new(StringComparer.Ordinal)
    {
        ["practice"] = QuestionUse.Practice,
        ["examination"] = QuestionUse.Examination,
        ["both"] = QuestionUse.Both,
    };

    private readonly BasisReader bases = new(shelf, documents, log);

    /// <summary>False when questions may be missing because a whole file was broken.</summary>
    public bool ReadEveryFile { get; private set; } = true;

    public IReadOnlyList<QuestionDraft> Read(IEnumerable<SourceFile> files, CancellationToken cancel)
    {
        List<QuestionDraft> drafts = [];
        var firsts = new Dictionary<string, QuestionDraft>(StringComparer.Ordinal);
        foreach (var fields in files.SelectMany(ReadFile))
        {
            cancel.ThrowIfCancellationRequested();
            if (drafts.Count == CourseLimits.Questions)
            {
                log.Error(
                    fields.Place,
                    "questions-too-many",
                    ($"题目超过{CourseLimits.Questions:#,0}道。", $"There are more than {CourseLimits.Questions:#,0} questions."),
                    ("从这里起的题目移到另一门课程。", "Move the questions from here on to another course."));
                ReadEveryFile = false;
                break;
            }

            var draft = ReadQuestion(fields);
            if (draft.Id.Length > 0 && !firsts.TryAdd(draft.Id, draft) && firsts[draft.Id] is var first)
            {
                log.Error(
                    draft.IdPlace,
                    "question-id-repeated",
                    ($"题目编号“{draft.Id}”重复，已用在{first.IdPlace.File}第{first.IdPlace.Line}行。",
                        $"The question id '{draft.Id}' is repeated; it stands in {first.IdPlace.File}, line {first.IdPlace.Line}."),
                    ("换一个编号，本课程内不重复。", "Choose another id, unique within the course."));
            }

            drafts.Add(draft);
        }

        return drafts;
    }

    private IEnumerable<Fields> ReadFile(SourceFile file)
    {
        var start = file.At(0);
        var root = YamlText.Parse(file.Text, start, log);
        if (root is YamlDotNet.RepresentationModel.YamlSequenceNode list)
        {
            return [.. list.Children.Select(item => Fields.From(item, start, log)).OfType<Fields>()];
        }

        ReadEveryFile = false;
        if (root is not null)
        {
            log.Error(
                file.At((int)root.Start.Line),
                "questions-not-list",
                ("题目文件要写成列表。", "A question file is a list."),
                ("每道题以“- id: …”开头。", "Start every question with '- id: …'."));
        }

        return [];
    }

    private QuestionDraft ReadQuestion(Fields fields)
    {
        var id = fields.Text("id");
        var idPlace = fields.PlaceOf("id");
        Slugs.Check(id, idPlace, log);
        var kind = fields.Word("kind", Kinds);
        var use = fields.Word("use", Uses);
        var difficulty = fields.Number("difficulty", 1, 3);
        var stem = fields.Text("stem");
        var options = ReadOptions(fields, kind);
        var correct = new AnswerReader(log).Read(fields, kind, options.Count);
        var explanation = fields.Text("explanation");
        var basis = fields.Nested("basis") is { } named ? bases.Read(named, use) : null;
        fields.RefuseOthers();

        var complete = id.Length > 0 && stem.Length > 0 && explanation.Length > 0;
        var version = complete && kind is { } k && use is { } u && difficulty is { } d && correct is { } right && basis is { } source
            ? new QuestionVersion(new QuestionPrompt(id, k, stem, options), new QuestionKey(right, explanation, source), u, d)
            : null;
        return new QuestionDraft(id, idPlace, version) { StemPlace = fields.PlaceOf("stem"), Use = use, Basis = basis };
    }

    private List<string> ReadOptions(Fields fields, QuestionKind? kind)
    {
        if (kind is QuestionKind.TrueFalse)
        {
            RefuseOptions(fields);
            return [];
        }

        if (kind is null && !fields.Has("options"))
        {
            return [];
        }

        var options = fields.Texts("options");
        if (options.Count is 1 or > 8)
        {
            log.Error(
                fields.PlaceOf("options"),
                "option-count",
                ($"有{options.Count}个选项。", $"There are {options.Count} options."),
                ("写2到8个选项。", "Write 2 to 8 options."));
        }

        foreach (var repeated in options.GroupBy(option => option.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            log.Error(
                repeated.Place,
                "option-repeated",
                ($"选项“{repeated.Text}”重复。", $"The option '{repeated.Text}' is repeated."),
                ("改写其中一个，答案才不会有歧义。", "Change one of them so that the answer is clear."));
        }

        return [.. options.Select(option => option.Text)];
    }

    private void RefuseOptions(Fields fields)
    {
        if (fields.Has("options"))
        {
            log.Error(
                fields.PlaceOf("options"),
                "true-false-with-options",
                ("判断题不写选项。", "A true/false question has no options."),
                ("删除options，或者把kind改为single。", "Remove options, or make the kind single."));
        }
    }
}
