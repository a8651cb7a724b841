using TrainingHub.Courseware.Media;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Reads a course's question files.</summary>
internal sealed class QuestionsReader(StandardShelf shelf, DocumentShelf documents, MediaShelf pictures, ProblemLog log)
{
    private const int MostOfCase = 20;
    private const int MostPictures = 6;

    private readonly BasisReader bases = new(shelf, documents, log);
    private readonly ClauseMentions mentions = new(shelf, log);
    private readonly QuestionPartsReader parts = new(pictures, log);
    private readonly HashSet<string> cases = new(StringComparer.Ordinal);

    /// <summary>False when questions may be missing because a whole file was broken.</summary>
    public bool ReadEveryFile { get; private set; } = true;

    public IReadOnlyList<QuestionDraft> Read(IEnumerable<SourceFile> files, CancellationToken cancel)
    {
        List<QuestionDraft> drafts = [];
        var firsts = new Dictionary<string, QuestionDraft>(StringComparer.Ordinal);
        foreach (var (fields, story) in files.SelectMany(ReadFile))
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

            var draft = ReadQuestion(fields, story);
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

    private IEnumerable<(Fields Fields, CaseStem? Case)> ReadFile(SourceFile file)
    {
        var start = file.At(0);
        var root = YamlText.Parse(file.Text, start, log);
        if (root is YamlDotNet.RepresentationModel.YamlSequenceNode list)
        {
            return [.. list.Children.Select(item => Fields.From(item, start, log)).OfType<Fields>().SelectMany(ReadItem)];
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

    /// <summary>A question, or a case with its questions.</summary>
    private IEnumerable<(Fields Fields, CaseStem? Case)> ReadItem(Fields item)
    {
        if (!item.Has("case"))
        {
            return [(item, null)];
        }

        var story = item.Nested("case") is { } named ? ReadCase(named) : null;
        var questions = item.List("questions", MostOfCase);
        item.RefuseOthers();
        // A case that is wrong must not pass its questions off as ones without a case.
        ReadEveryFile &= story is not null;
        return story is null ? [] : [.. questions.Select(question => (question, (CaseStem?)story))];
    }

    private CaseStem? ReadCase(Fields fields)
    {
        var (id, text) = (fields.Text("id"), fields.Text("text"));
        var place = fields.PlaceOf("id");
        Slugs.Check(id, place, log);
        var named = fields.Has("pictures") ? fields.List("pictures", MostPictures) : [];
        List<QuestionPicture> read = [.. named.Select(parts.ReadPicture).OfType<QuestionPicture>()];
        fields.RefuseOthers();
        if (id.Length > 0 && !cases.Add(id))
        {
            log.Error(
                place,
                "case-id-repeated",
                ($"案例编号“{id}”重复。", $"The case id '{id}' is repeated."),
                ("换一个编号，本课程内不重复。", "Choose another id, unique within the course."));
            return null;
        }

        return id.Length > 0 && text.Length > 0 && read.Count == named.Count ? new CaseStem(id, text) { Pictures = read } : null;
    }

    private QuestionDraft ReadQuestion(Fields fields, CaseStem? story)
    {
        var id = fields.Text("id");
        var idPlace = fields.PlaceOf("id");
        Slugs.Check(id, idPlace, log);
        var kind = fields.Word("kind", QuestionWords.Kinds);
        var use = fields.Word("use", QuestionWords.Uses);
        var difficulty = fields.Number("difficulty", 1, 3);
        var stem = fields.Text("stem");
        var tags = ReadTags(fields);
        var picture = fields.Has("picture") && fields.Nested("picture") is { } named ? parts.ReadPicture(named) : null;
        var isPictured = picture is not null || !fields.Has("picture");
        var read = ReadParts(fields, kind);
        var explanation = fields.Text("explanation");
        var basis = fields.Nested("basis") is { } basisFields ? bases.Read(basisFields, use) : null;
        fields.RefuseOthers();
        if (basis is not null)
        {
            mentions.Check(string.Join('\n', [stem, .. read?.Prompt.Options ?? []]), fields.PlaceOf("stem"), explanation, fields.PlaceOf("explanation"), basis);
        }

        var complete = id.Length > 0 && stem.Length > 0 && explanation.Length > 0 && isPictured;
        var version = complete && use is { } u && difficulty is { } d && read is var (prompt, key) && basis is { } source
            ? Sound(prompt with { Id = id, Stem = stem, Picture = picture, Case = story }, key with { Explanation = explanation, Basis = source }, u, d, tags, fields.Place)
            : null;
        return new QuestionDraft(id, idPlace, version) { StemPlace = fields.PlaceOf("stem"), Use = use, Basis = basis };
    }

    /// <summary>标签 and 知识点, by which quizzes draw; a question may have none.</summary>
    private IReadOnlyList<string> ReadTags(Fields fields)
    {
        var tags = fields.Has("tags") ? fields.Texts("tags") : [];
        foreach (var (tag, place) in tags.Where(tag => tag.Text.Length > BankTag.LongestName))
        {
            log.Error(
                place,
                "tag-too-long",
                ($"标签“{tag}”超过{BankTag.LongestName}个字。", $"The tag '{tag}' has more than {BankTag.LongestName} characters."),
                ("写短一些。", "Write it shorter."));
        }

        if (tags.Count > BankTag.Most)
        {
            log.Error(
                fields.PlaceOf("tags"),
                "tags-too-many",
                ($"有{tags.Count}个标签，最多{BankTag.Most}个。", $"There are {tags.Count} tags, at most {BankTag.Most} are allowed."),
                ("留下组卷和统计要用的。", "Keep those by which is drawn."));
        }

        return [.. tags.Select(tag => tag.Text).Distinct(StringComparer.Ordinal)];
    }

    private (QuestionPrompt Prompt, QuestionKey Key)? ReadParts(Fields fields, QuestionKind? kind)
    {
        if (kind is { } other and not (QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse))
        {
            return parts.Read(fields, other);
        }

        var options = ReadOptions(fields, kind);
        return new AnswerReader(log).Read(fields, kind, options.Count) is { } right && kind is { } choice
            ? (new QuestionPrompt("", choice, "", options), new QuestionKey(right, "", new Basis.OfDocument("", null, "")))
            : null;
    }

    /// <summary>Null when the question as a whole is wrong, which is then in the log. Of choice the readers of its parts have said everything.</summary>
    private QuestionVersion? Sound(QuestionPrompt prompt, QuestionKey key, QuestionUse use, int difficulty, IReadOnlyList<string> tags, Place place)
    {
        var faults = prompt.IsChoice ? [] : QuestionRule.Check(prompt, key);
        foreach (var fault in faults)
        {
            QuestionFaultWords.Report(log, fault, place);
        }

        return faults.Count is 0 ? new QuestionVersion(prompt, key, use, difficulty) { Tags = tags } : null;
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
