using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.Standards;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>One question of a bank with all that stands beside its form.</summary>
public sealed class QuestionQuery(
    Db db, Banks banks, BankFolders folders, QuestionShelf shelf, InspectQuestion inspect, StandardShelf standards, ReadableEditions readable, ICourseQuestions courses,
    ClauseSearch clauses, QuestionPictureQuery pictures, CurrentPerson current)
{
    /// <param name="input">What the form says.</param>
    /// <param name="isFirst">Whether nobody has written anything yet.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<QuestionPage> NewAsync(QuestionInput input, bool isFirst, CancellationToken cancel)
    {
        var shown = input with { Text = input.Text ?? QuestionForm.Template };
        var editions = await EditionsAsync(cancel);
        return new QuestionPage
        {
            Input = shown,
            Preview = isFirst ? InspectQuestion.Nothing : await inspect.RunAsync(shown, QuestionForm.NewId, except: null, cancel),
            Editions = editions,
            Clauses = ClausesOf(input.Edition, editions),
            Choices = await clauses.RunAsync(input.Clauses, input.ClauseWords, cancel),
            UnkeptPicture = await UnkeptAsync(input, cancel),
            Units = await banks.UnitsAsync(cancel),
            MayEdit = true,
        };
    }

    /// <param name="question">Within reach.</param>
    /// <param name="input">What the form says; null for what is kept.</param>
    /// <param name="markdown">Which form is shown; null for the one that fits.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<QuestionPage> ShowAsync(BankQuestion question, QuestionInput? input, bool? markdown, CancellationToken cancel)
    {
        var mayEdit = await banks.MayEditAsync(question.OwnerId, cancel);
        var shown = input ?? QuestionForm.Of(await KeptAsync(question, cancel), markdown is true) with { Folder = question.FolderId, Revision = question.Revision };
        var versions = await db.BankQuestionVersions.AsNoTracking().Where(version => version.BankQuestionId == question.Id).OrderByDescending(version => version.Number).ToListAsync(cancel);
        var hashes = versions.ConvertAll(version => version.Hash);
        var editions = await EditionsAsync(cancel);
        Guid[] people = [.. versions.Select(version => version.WrittenBy), question.UpdatedBy];
        return new QuestionPage
        {
            Question = question,
            Input = shown,
            Preview = (await inspect.RunAsync(shown, question.QuestionId, question.Id, cancel)) with { Pictures = QuestionPicturesController.FolderOf(question.Id) },
            Editions = editions,
            Clauses = ClausesOf(shown.Edition, editions),
            Choices = await clauses.RunAsync(shown.Clauses, shown.ClauseWords, cancel),
            UnkeptPicture = await UnkeptAsync(shown, cancel),
            Siblings = await SiblingsAsync(question, cancel),
            Units = await banks.UnitsAsync(cancel),
            Folders = await folders.OfAsync(question.OwnerId, cancel),
            Unit = await db.Organizations.Where(unit => unit.Id == question.OwnerId).Select(unit => unit.Name).SingleAsync(cancel),
            MayEdit = mayEdit,
            Steps = mayEdit ? await StepsAsync(question, cancel) : [],
            Versions = versions,
            Statistics = await db.QuestionStatistics.AsNoTracking().Where(row => hashes.Contains(row.Hash)).ToDictionaryAsync(row => row.Hash, StringComparer.Ordinal, cancel),
            Courses = [.. (await courses.ReachedAsync(cancel)).Where(course => hashes.Contains(course.Key)).Select(course => course.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Copies = await CopiesAsync(question, cancel),
            Names = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel),
        };
    }

    /// <summary>A form for a further question of the same case.</summary>
    public async Task<QuestionInput> OfCaseAsync(BankQuestion question, QuestionInput input, CancellationToken cancel)
    {
        var form = QuestionForm.Of(await KeptAsync(question, cancel), isMarkdown: false);
        return input with
        {
            CaseId = form.CaseId,
            Story = form.Story,
            StoryPictures = form.StoryPictures,
            Clauses = form.Clauses,
            Edition = form.Edition,
            Document = form.Document,
            Area = form.Area,
            Statement = form.Statement,
            Tags = form.Tags,
            Folder = question.FolderId,
            Unit = await db.Organizations.Where(unit => unit.Id == question.OwnerId).Select(unit => unit.Name).SingleAsync(cancel),
        };
    }

    private async Task<IReadOnlyList<(Guid Id, string Title)>> SiblingsAsync(BankQuestion question, CancellationToken cancel) =>
        question.CaseId is not { } id
            ? []
            : [.. (await db.BankQuestions.AsNoTracking().Where(other => other.OwnerId == question.OwnerId && other.CaseId == id && other.Id != question.Id)
                .OrderBy(other => other.QuestionId).Select(other => new { other.Id, other.Title }).Take(50).ToListAsync(cancel)).Select(other => (other.Id, other.Title))];

    // Until the question is kept its picture has no address.
    private async Task<string?> UnkeptAsync(QuestionInput input, CancellationToken cancel) =>
        QuestionFormText.PictureOf(input.Picture, "") is { } picture && await pictures.RunAsync(picture.File, cancel) is { } bytes ? $"data:{picture.Type};base64,{Convert.ToBase64String(bytes)}" : null;

    /// <summary>The newest version with its tags as they are now.</summary>
    public async Task<MarkdownQuestion> KeptAsync(BankQuestion question, CancellationToken cancel)
    {
        var version = (await shelf.QuestionsAsync([question.Hash], cancel))[question.Hash];
        var tags = (await db.BankTags.AsNoTracking().Where(tag => tag.BankQuestionId == question.Id).OrderBy(tag => tag.Name).ToListAsync(cancel)).ToLookup(tag => tag.Kind, tag => tag.Name);
        return new MarkdownQuestion(new QuestionVersion(version.Prompt, version.Key, question.Use, question.Difficulty))
        {
            Tags = [.. tags[BankTagKind.Tag]],
            Points = [.. tags[BankTagKind.Point]],
            Source = question.Source,
        };
    }

    private async Task<IReadOnlyList<BankStep>> StepsAsync(BankQuestion question, CancellationToken cancel)
    {
        var steps = BankSteps.From(question.Status);
        return question.WrittenBy == current.Id && steps.Contains(BankStep.Publish) && await banks.HasOtherReviewerAsync(question.OwnerId, current.Id, cancel)
            ? [.. steps.Where(step => step is not BankStep.Publish)]
            : steps;
    }

    private async Task<IReadOnlyList<(Guid Id, string Unit)>> CopiesAsync(BankQuestion question, CancellationToken cancel) =>
        [.. (await (await banks.QuestionsAsync(cancel)).Where(other => other.Fingerprint == question.Fingerprint && other.Id != question.Id).Take(20)
            .Select(other => new { other.Id, Unit = db.Organizations.Where(unit => unit.Id == other.OwnerId).Select(unit => unit.Name).FirstOrDefault() ?? "" }).ToListAsync(cancel))
            .Select(other => (other.Id, other.Unit))];

    private async Task<IReadOnlyList<StandardEdition>> EditionsAsync(CancellationToken cancel)
    {
        List<StandardEdition> editions = [];
        foreach (var edition in (await standards.HistoryAsync(cancel)).All)
        {
            if (await readable.MayReadAsync(edition.Name, cancel))
            {
                editions.Add(edition);
            }
        }

        return editions;
    }

    private static IReadOnlyList<Clause> ClausesOf(string? typed, IReadOnlyList<StandardEdition> editions) =>
        (typed ?? "").Split('@', 2) is [var slug, var edition] && editions.FirstOrDefault(one => one.Name == new EditionName(slug, edition)) is { } chosen
            ? [.. chosen.Clauses.Where(clause => clause.MayBeCited)]
            : [];
}
