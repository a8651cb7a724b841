using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// Changes many questions: 200 in a transaction, in the order of their ids, so that a restart goes on where it stopped. Only questions in whose
/// bank the person who began it still writes are touched, each as if it were changed alone. What became of each is kept, with its state before.
/// </summary>
public sealed class ChangeQuestions(Db db, Transactions transactions, Banks banks, WrittenBases bases, KeepQuestions keep, QuestionShelf shelf, CurrentPerson current, Ids ids, DayClock clock)
{
    private const int Step = 200;

    /// <summary>Begins a change; when few are asked for it is done at once. Returns the job, or the name of a text that says why not.</summary>
    public async Task<(Guid? Job, string? Refusal)> BeginAsync(BulkWhich which, BulkChange change, CancellationToken cancel)
    {
        var (said, refusal) = await ReadAsync(which, change, cancel);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var total = await Chosen(which, current.Id).CountAsync(cancel);
        if (total is 0)
        {
            return (null, "Bulk_NothingChosen");
        }

        return (await BeginAsync(which, said, undoOf: null, total, cancel), null);
    }

    private async Task<Guid> BeginAsync(BulkWhich which, BulkChange change, Guid? undoOf, int total, CancellationToken cancel)
    {
        var job = new BankJob
        {
            Id = ids.Next(),
            StartedBy = current.Id,
            StartedAt = clock.Now,
            Which = JsonSerializer.Serialize(which),
            Change = JsonSerializer.Serialize(change),
            UndoOf = undoOf,
            Total = total,
        };
        db.Add(job);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        if (total <= Step)
        {
            await StepAsync(job.Id, cancel);
        }

        return job.Id;
    }

    /// <summary>The change with its clause as it is written in a file, and the name of a text that says why nobody could do that; null when it can be tried.</summary>
    public async Task<(BulkChange Change, string? Refusal)> ReadAsync(BulkWhich which, BulkChange change, CancellationToken cancel)
    {
        var refusal = which.Ids is [] ? "Bulk_NothingChosen"
            : change.IsEmpty ? "Bulk_NothingToDo"
            : BankWords.Split(change.AddTags).Concat(BankWords.Split(change.AddPoints)).Any(name => name.Length > BankTag.LongestName) ? "Refusal_TooManyTags"
            : null;
        if (refusal is not null || string.IsNullOrWhiteSpace(change.NewBasis))
        {
            return (change with { NewBasis = null }, refusal);
        }

        return await bases.FindNewAsync(BankWords.Line(change.NewBasis), cancel) is var (_, kept)
            ? (change with { NewBasis = kept }, null)
            : (change, "Bulk_ClauseUnknown");
    }

    /// <summary>Does the next step of a job. False when nothing is left of it.</summary>
    public Task<bool> StepAsync(Guid jobId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        db.ChangeTracker.Clear();
        if (db.IsPostgres)
        {
            // Who began the change and the pump may take the same step: the second waits and finds it done.
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "BankJobs" WHERE "Id" = {jobId} FOR UPDATE""", cancel);
        }

        if (await db.BankJobs.SingleOrDefaultAsync(job => job.Id == jobId && job.EndedAt == null, cancel) is not { } job)
        {
            return false;
        }

        var last = job.LastId;
        var rows = job.IsStopped ? [] : await Chosen(job).Where(question => question.Id > last).OrderBy(question => question.Id).Take(Step).ToListAsync(cancel);
        await ApplyAsync(job, rows, cancel);
        job.Done += rows.Count;
        job.Revision++;
        if (rows.Count < Step)
        {
            job.EndedAt = clock.Now;
        }
        else
        {
            job.LastId = rows[^1].Id;
        }

        await db.SaveChangesAsync(cancel);
        return job.EndedAt is null;
    }, cancel);

    /// <summary>The questions that a person may change so.</summary>
    internal IQueryable<BankQuestion> Chosen(BulkWhich which, Guid personId)
    {
        var questions = Editable(personId);
        return which.Ids is { } chosen ? questions.Where(question => chosen.Contains(question.Id)) : questions.That(which.Filter, db);
    }

    private IQueryable<BankQuestion> Editable(Guid personId)
    {
        var today = clock.Today;
        var editable =
            from grant in db.Grants
            where grant.PersonId == personId && grant.Capability == Capability.ManageCourses && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.DescendantId;
        return db.BankQuestions.Where(question => editable.Contains(question.OwnerId));
    }

    /// <summary>Begins taking a change back, question by question where nobody has changed it since. Null when there is nothing to be taken back, or no longer.</summary>
    public async Task<Guid?> UndoAsync(BankJob job, CancellationToken cancel)
    {
        var total = await db.BankJobLines.CountAsync(line => line.BankJobId == job.Id && line.Before != null, cancel);
        if (job.EndedAt is null || total is 0 || await db.BankJobs.AnyAsync(other => other.UndoOf == job.Id, cancel))
        {
            return null;
        }

        return await BeginAsync(new BulkWhich([], new QuestionsFilter()), new BulkChange(), undoOf: job.Id, total, cancel);
    }

    /// <summary>The questions that a job changes, each as long as the person may.</summary>
    private IQueryable<BankQuestion> Chosen(BankJob job)
    {
        if (job.UndoOf is not { } undone)
        {
            return Chosen(JsonSerializer.Deserialize<BulkWhich>(job.Which)!, job.StartedBy);
        }

        var changed = db.BankJobLines.Where(line => line.BankJobId == undone && line.Before != null).Select(line => line.BankQuestionId);
        return Editable(job.StartedBy).Where(question => changed.Contains(question.Id));
    }

    private async Task ApplyAsync(BankJob job, List<BankQuestion> rows, CancellationToken cancel)
    {
        var known = rows.ConvertAll(row => row.Id);
        var tags = (await db.BankTags.Where(tag => known.Contains(tag.BankQuestionId)).ToListAsync(cancel)).ToLookup(tag => tag.BankQuestionId);
        var written = new List<(BankQuestion Row, QuestionVersion Version)>();
        var altering = job.UndoOf is { } undone
            ? await UndoingAsync(job, await db.BankJobLines.AsNoTracking().Where(line => line.BankJobId == undone && known.Contains(line.BankQuestionId)).ToDictionaryAsync(line => line.BankQuestionId, cancel), written, cancel)
            : await ChangingAsync(job, rows, JsonSerializer.Deserialize<BulkChange>(job.Change)!, written, cancel);
        foreach (var row in rows)
        {
            List<BankTag> own = [.. tags[row.Id]];
            var (before, number) = (row.StateWith(own), row.Number);
            var (after, refusals) = altering(row, own);
            var isTouched = !after.IsSameAs(before);
            if (isTouched)
            {
                row.Restore(after, job.StartedBy, clock.Now, isRewritten: job.UndoOf is not null && row.Number > number);
                ReplaceTags(row.Id, own, after);
            }

            var outcome = refusals.Count > 0 ? BankLineOutcome.Refused : isTouched ? BankLineOutcome.Changed : BankLineOutcome.Unchanged;
            job.Refused += refusals.Count > 0 ? 1 : 0;
            job.Changed += outcome is BankLineOutcome.Changed ? 1 : 0;
            db.Add(new BankJobLine
            {
                BankJobId = job.Id,
                BankQuestionId = row.Id,
                Outcome = outcome,
                Reasons = string.Join(' ', refusals),
                Before = isTouched ? JsonSerializer.Serialize(before) : null,
                Revision = row.Revision,
            });
        }

        await KeepAsync(written, cancel);
    }

    /// <summary>What the new versions say: the texts, the history of each question, and the clauses beside its basis.</summary>
    private async Task KeepAsync(List<(BankQuestion Row, QuestionVersion Version)> written, CancellationToken cancel)
    {
        if (written.Count is 0)
        {
            return;
        }

        var known = written.ConvertAll(one => one.Row.Id);
        var clauses = (await db.BankClauses.Where(clause => known.Contains(clause.BankQuestionId)).ToListAsync(cancel)).ToLookup(clause => clause.BankQuestionId);
        await keep.RunAsync(written.Select(one => one.Version), cancel);
        foreach (var (row, version) in written)
        {
            db.Add(row.Record(""));
            db.ReplaceClauses([.. clauses[row.Id]], row.Id, version);
        }
    }

    private async Task<Func<BankQuestion, List<BankTag>, (BankState After, IReadOnlyList<string> Refusals)>> UndoingAsync(
        BankJob job, Dictionary<Guid, BankJobLine> lines, List<(BankQuestion Row, QuestionVersion Version)> written, CancellationToken cancel)
    {
        var states = lines.Values.Where(line => line.Before is not null).ToDictionary(line => line.BankQuestionId, line => JsonSerializer.Deserialize<BankState>(line.Before!)!);
        var versions = await shelf.QuestionsAsync([.. states.Values.Select(state => state.Hash).OfType<string>().Distinct(StringComparer.Ordinal)], cancel);
        return (row, tags) =>
        {
            if (!states.TryGetValue(row.Id, out var before) || lines[row.Id].Revision != row.Revision)
            {
                return (row.StateWith(tags), ["Undo_ChangedSince"]);
            }

            if (before.Hash is { } hash)
            {
                Write(row, versions[hash], job.StartedBy, written);
            }

            return (before, []);
        };
    }

    private void Write(BankQuestion row, QuestionVersion text, Guid by, List<(BankQuestion Row, QuestionVersion Version)> written)
    {
        var version = new QuestionVersion(text.Prompt, text.Key, row.Use, row.Difficulty);
        if (!string.Equals(version.Hash, row.Hash, StringComparison.Ordinal))
        {
            row.Write(version, by, clock.Now);
            written.Add((row, version));
        }
    }

    private async Task<Func<BankQuestion, List<BankTag>, (BankState After, IReadOnlyList<string> Refusals)>> ChangingAsync(
        BankJob job, List<BankQuestion> rows, BulkChange change, List<(BankQuestion Row, QuestionVersion Version)> written, CancellationToken cancel)
    {
        var basis = change.NewBasis is { } named ? (await bases.FindNewAsync(named, cancel))?.Basis : null;
        var texts = basis is null ? null : await shelf.QuestionsAsync([.. rows.Select(row => row.Hash)], cancel);
        var folder = change.NewFolder is { } folderId ? await db.BankFolders.AsNoTracking().SingleOrDefaultAsync(one => one.Id == folderId, cancel) : null;
        var alone = new Dictionary<Guid, bool>();
        foreach (var owner in rows.Select(row => row.OwnerId).Distinct())
        {
            alone[owner] = change.NewStep is BankStep.Publish && !await banks.HasOtherReviewerAsync(owner, job.StartedBy, cancel);
        }

        var lacking = change.NewStep is BankStep.Submit or BankStep.Publish ? await db.WithoutPictureTextAsync([.. rows.Select(row => row.Hash)], cancel) : new HashSet<string>(StringComparer.Ordinal);
        return (row, tags) =>
        {
            List<string> refusals = [];
            if (basis is not null && texts is not null)
            {
                var (version, why) = RestingOn(row, texts[row.Hash], basis);
                if (version is not null)
                {
                    // Before the step: what rests on another clause is a draft that can be submitted.
                    Write(row, version, job.StartedBy, written);
                }
                else
                {
                    refusals.Add($"Bulk_Basis{why}");
                }
            }
            else if (change.NewBasis is not null)
            {
                refusals.Add("Bulk_BasisLost");
            }

            if (change.NewStep is { } step
                && row.Move(step, job.StartedBy, BankWords.Line(change.Remark), alone[row.OwnerId], clock.Now, lacking.Contains(row.Hash)) is BankStepOutcome.Refused refused)
            {
                refusals.Add(refused.Reason is BankStepRefusal.Moved ? "Bulk_StepImpossible" : $"Step_{refused.Reason}");
            }

            if (change.NewFolder is not null && folder?.OwnerId != row.OwnerId)
            {
                refusals.Add("Folder_Missing");
            }

            var (names, points) = NamesAfter(tags, change);
            if (names is null || points is null)
            {
                refusals.Add("Refusal_TooManyTags");
            }

            var now = row.StateWith(tags);
            return (
                now with
                {
                    Use = change.NewUse ?? row.Use,
                    Difficulty = change.NewDifficulty ?? row.Difficulty,
                    FolderId = folder is not null && folder.OwnerId == row.OwnerId ? folder.Id : row.FolderId,
                    Tags = names ?? now.Tags,
                    Points = points ?? now.Points,
                    Source = BankWords.Line(change.NewSource) is { Length: > 0 } source ? source : row.Source,
                },
                refusals);
        };
    }

    /// <summary>The same question on what it is to rest on; null, with the reason, when it cannot be.</summary>
    internal static (QuestionVersion? Version, NewBasisRefusal? Why) RestingOn(BankQuestion row, QuestionVersion text, NewBasis basis) =>
        row.Status is BankStatus.Retired ? (null, NewBasisRefusal.Retired) : basis.Of(text);

    /// <summary>Tags and points in the order of their names; null where there would be too many.</summary>
    internal static (IReadOnlyList<string>? Tags, IReadOnlyList<string>? Points) NamesAfter(List<BankTag> tags, BulkChange change)
    {
        var removed = BankWords.Split(change.RemoveTags);
        var kept = tags.Where(tag => !removed.Contains(tag.Name, StringComparer.Ordinal)).ToLookup(tag => tag.Kind, tag => tag.Name);
        return (With(BankTagKind.Tag, change.AddTags), With(BankTagKind.Point, change.AddPoints));

        List<string>? With(BankTagKind kind, string? added)
        {
            List<string> names = [.. kept[kind].Union(BankWords.Split(added), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            return names.Count > BankTag.Most ? null : names;
        }
    }

    // A tag that is taken away and added again was never gone.
    private void ReplaceTags(Guid id, List<BankTag> tags, BankState after)
    {
        db.RemoveRange(tags.Where(tag => !NamesOf(tag.Kind).Contains(tag.Name, StringComparer.Ordinal)));
        foreach (var kind in (BankTagKind[])[BankTagKind.Tag, BankTagKind.Point])
        {
            db.AddRange(BankWords.TagsOf(id, kind, NamesOf(kind).Where(name => !tags.Exists(tag => tag.Kind == kind && string.Equals(tag.Name, name, StringComparison.Ordinal)))));
        }

        IReadOnlyList<string> NamesOf(BankTagKind kind) => kind is BankTagKind.Tag ? after.Tags : after.Points;
    }
}
