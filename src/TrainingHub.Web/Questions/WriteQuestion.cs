using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>Keeps what a form says: as a new question, or as the next version of one.</summary>
public sealed class WriteQuestion(Db db, Transactions transactions, KeepQuestions keep, QuestionShelf shelf, BankFolders folders, CurrentPerson current, Ids ids, DayClock clock)
{
    private const int CodeLength = 8;

    public async Task<WriteOutcome> CreateAsync(Guid ownerId, QuestionInput input, CancellationToken cancel)
    {
        var id = BankIds.Prefix + Ids.Code(CodeLength);
        if (QuestionForm.Read(input, id).Question is not { } question)
        {
            return new WriteOutcome.Unreadable();
        }

        return await transactions.RunAsync(async cancel =>
        {
            if (await FindRefusalAsync(question, ownerId, except: null, input.Folder, cancel) is { } refusal)
            {
                return refusal;
            }

            var row = BankQuestion.Begin(ids.Next(), ownerId, input.Folder, question.Question, question.Source, current.Id, clock.Now);
            await keep.RunAsync([question.Question], cancel);
            db.AddRange(row, row.Record(BankWords.Line(input.Note)));
            db.AddRange(Tags(row.Id, question));
            db.AddRange(BankWords.ClausesOf(row.Id, question.Question));
            await TellCaseAsync(row, question.Question.Prompt.Case, BankWords.Line(input.Note), cancel);
            await db.SaveChangesAsync(cancel);
            return new WriteOutcome.Written(row.Id);
        }, cancel);
    }

    public async Task<WriteOutcome> ChangeAsync(BankQuestion known, QuestionInput input, CancellationToken cancel) =>
        QuestionForm.Read(input, known.QuestionId).Question is { } question
            ? await ChangeAsync(known, question, input.Folder, BankWords.Line(input.Note), input.Revision, cancel)
            : new WriteOutcome.Unreadable();

    /// <param name="known">In whose bank the person writes.</param>
    /// <param name="question">Under its id.</param>
    /// <param name="folderId">Null: the bank itself.</param>
    /// <param name="note">What was changed; empty without words.</param>
    /// <param name="revision">The state that the person saw.</param>
    /// <param name="cancel">Stops the work.</param>
    public Task<WriteOutcome> ChangeAsync(BankQuestion known, MarkdownQuestion question, Guid? folderId, string note, int? revision, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var row = await db.BankQuestions.SingleAsync(row => row.Id == known.Id, cancel);
            if (row.Revision != revision)
            {
                return (WriteOutcome)new WriteOutcome.Overtaken();
            }

            if (row.Status is BankStatus.Retired)
            {
                return new WriteOutcome.Refused("", "Question_Retired");
            }

            if (await FindRefusalAsync(question, row.OwnerId, row.Id, folderId, cancel) is { } refusal)
            {
                return refusal;
            }

            (row.FolderId, row.Source) = (folderId, question.Source);
            await keep.RunAsync([question.Question], cancel);
            if (row.Write(question.Question, current.Id, clock.Now))
            {
                db.Add(row.Record(BankContent.Cut(note, BankQuestionVersion.LongestNote)));
                await ReplaceClausesAsync(row.Id, question.Question, cancel);
            }

            await ReplaceTagsAsync(row.Id, question, cancel);
            await TellCaseAsync(row, question.Question.Prompt.Case, note, cancel);
            await db.SaveChangesAsync(cancel);
            return new WriteOutcome.Written(row.Id);
        }, cancel);

    private async Task<WriteOutcome?> FindRefusalAsync(MarkdownQuestion question, Guid ownerId, Guid? except, Guid? folderId, CancellationToken cancel)
    {
        var names = question.Tags.Concat(question.Points);
        if (question.Tags.Count > BankTag.Most || question.Points.Count > BankTag.Most || names.Any(name => name.Length > BankTag.LongestName))
        {
            return new WriteOutcome.Refused(nameof(QuestionInput.Tags), "Refusal_TooManyTags");
        }

        if (QuestionLimits.FindRefusal(question.Question) is { } refusal)
        {
            return new WriteOutcome.Refused("", $"Refusal_{refusal}");
        }

        if (question.Source?.Length > BankQuestion.LongestSource)
        {
            return new WriteOutcome.Refused(nameof(QuestionInput.Source), "Source_TooLong");
        }

        if (!await folders.IsOfAsync(folderId, ownerId, cancel))
        {
            return new WriteOutcome.Refused(nameof(QuestionInput.Folder), "Folder_Missing");
        }

        var fingerprint = BankContent.FingerprintOf(question.Question);
        return await db.BankQuestions.AnyAsync(other => other.OwnerId == ownerId && other.Fingerprint == fingerprint && other.Id != except, cancel)
            ? new WriteOutcome.Refused("", "Question_Same")
            : null;
    }

    /// <summary>A case has one story: what was changed in it is the next version of every other question of it in the bank.</summary>
    private async Task TellCaseAsync(BankQuestion written, CaseStem? story, string note, CancellationToken cancel)
    {
        if (story is null)
        {
            return;
        }

        var others = await db.BankQuestions.Where(row => row.OwnerId == written.OwnerId && row.CaseId == story.Id && row.Id != written.Id && row.Status != BankStatus.Retired).ToListAsync(cancel);
        var versions = await shelf.QuestionsAsync([.. others.Select(row => row.Hash)], cancel);
        foreach (var row in others)
        {
            var before = versions[row.Hash];
            var after = new QuestionVersion(before.Prompt with { Case = story }, before.Key, row.Use, row.Difficulty);
            if (string.Equals(after.Hash, before.Hash, StringComparison.Ordinal))
            {
                continue;
            }

            await keep.RunAsync([after], cancel);
            row.Write(after, current.Id, clock.Now);
            db.Add(row.Record(BankContent.Cut(note, BankQuestionVersion.LongestNote)));
        }
    }

    private async Task ReplaceTagsAsync(Guid id, MarkdownQuestion question, CancellationToken cancel)
    {
        var before = await db.BankTags.Where(tag => tag.BankQuestionId == id).ToListAsync(cancel);
        var after = Tags(id, question).ToList();
        db.RemoveRange(before.Where(tag => !after.Exists(other => IsSame(tag, other))));
        db.AddRange(after.Where(tag => !before.Exists(other => IsSame(tag, other))));
    }

    private async Task ReplaceClausesAsync(Guid id, QuestionVersion version, CancellationToken cancel) =>
        db.ReplaceClauses(await db.BankClauses.Where(clause => clause.BankQuestionId == id).ToListAsync(cancel), id, version);

    private static bool IsSame(BankTag one, BankTag other) => one.Kind == other.Kind && string.Equals(one.Name, other.Name, StringComparison.Ordinal);

    private static IEnumerable<BankTag> Tags(Guid id, MarkdownQuestion question) =>
        BankWords.TagsOf(id, BankTagKind.Tag, question.Tags).Concat(BankWords.TagsOf(id, BankTagKind.Point, question.Points));
}
