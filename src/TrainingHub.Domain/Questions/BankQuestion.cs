namespace TrainingHub.Questions;

/// <summary>
/// 题库题目: a question in the bank of a unit, over all its versions. Drawn is the version that was published last, while the next one is
/// written and reviewed.
/// </summary>
public sealed class BankQuestion
{
    /// <summary>The longest <see cref="Remark"/>, in characters.</summary>
    public const int LongestRemark = 1000;

    /// <summary>The longest <see cref="Source"/>, in characters.</summary>
    public const int LongestSource = 200;

    /// <summary>The longest <see cref="SearchText"/>, in characters; what lies behind is not found by words.</summary>
    public const int LongestSearchText = 600;

    public required Guid Id { get; init; }

    /// <summary>The unit whose bank it is in.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Null: lies in the bank itself.</summary>
    public Guid? FolderId { get; set; }

    /// <summary>Stable over versions, unique over all banks.</summary>
    public required string QuestionId { get; init; }

    /// <summary>Id of the question as which it was first written, in another bank; null unless it is a copy. All copies of one question name the same.</summary>
    public string? Origin { get; init; }

    /// <summary>The newest version, by content hash.</summary>
    public required string Hash { get; set; }

    /// <summary>Number of the newest version, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Same for all questions that differ in id, explanation and basis alone: see <see cref="BankContent.FingerprintOf"/>.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Where the newest version stands.</summary>
    public BankStatus Status { get; private set; }

    /// <summary>The version that is drawn, by content hash; null before the first publication.</summary>
    public string? PublishedHash { get; private set; }

    /// <summary>Its number; null before the first publication.</summary>
    public int? PublishedNumber { get; private set; }

    public required QuestionKind Kind { get; set; }
    public required QuestionUse Use { get; set; }

    /// <summary>1 (easy) to 3 (hard).</summary>
    public required int Difficulty { get; set; }

    /// <summary>Of the newest version's basis; null where it is a document.</summary>
    public string? StandardSlug { get; set; }
    public string? Edition { get; set; }

    /// <summary>Null where the basis names no clause.</summary>
    public string? ClauseNumber { get; set; }

    /// <summary>Of the newest version's case; null outside a case. Questions of one bank that share it ask about one story.</summary>
    public string? CaseId { get; set; }

    /// <summary>Where it came from, as whoever brought it says; null when not said.</summary>
    public string? Source { get; set; }

    /// <summary>Beginning of the newest version's stem, for lists.</summary>
    public required string Title { get; set; }

    /// <summary>Id, stem and options of the newest version, folded for search.</summary>
    public required string SearchText { get; set; }

    /// <summary>Why it should be looked at, as last found.</summary>
    public BankAttention Attention { get; set; }

    /// <summary>Who wrote the newest version: somebody else reviews it.</summary>
    public required Guid WrittenBy { get; set; }

    /// <summary>What the reviewer asks to be mended; empty when nothing.</summary>
    public string Remark { get; private set; } = "";

    public required DateTime UpdatedAt { get; set; }
    public required Guid UpdatedBy { get; set; }

    /// <summary>Concurrency token, counted up with every change.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether papers may draw it.</summary>
    public bool IsDrawn => PublishedHash is not null && Status is not BankStatus.Retired;

    /// <summary>A question newly in a bank, as a draft.</summary>
    public static BankQuestion Begin(Guid id, Guid ownerId, Guid? folderId, QuestionVersion version, string? source, Guid by, DateTime now, string? origin = null)
    {
        var question = new BankQuestion
        {
            Id = id,
            OwnerId = ownerId,
            FolderId = folderId,
            QuestionId = version.Prompt.Id,
            Origin = origin,
            Hash = version.Hash,
            Fingerprint = "",
            Kind = version.Prompt.Kind,
            Use = version.Use,
            Difficulty = version.Difficulty,
            Source = source,
            Title = "",
            SearchText = "",
            WrittenBy = by,
            UpdatedAt = now,
            UpdatedBy = by,
        };
        question.Take(version);
        return question;
    }

    /// <summary>The first row of its history.</summary>
    public BankQuestionVersion Record(string note) =>
        new() { BankQuestionId = Id, Number = Number, Hash = Hash, WrittenAt = UpdatedAt, WrittenBy = UpdatedBy, Note = note };

    /// <summary>
    /// Writes it anew: a changed text is the next version and a draft; what is drawn stays the published version until this one is published.
    /// Use and difficulty change without a version, since they change no answer.
    /// </summary>
    /// <returns>Whether there is a new version to be recorded.</returns>
    public bool Write(QuestionVersion version, Guid by, DateTime now)
    {
        Touch(by, now);
        (Use, Difficulty) = (version.Use, version.Difficulty);
        if (string.Equals(version.Hash, Hash, StringComparison.Ordinal))
        {
            return false;
        }

        Take(version);
        (Number, WrittenBy, Status, Remark) = (Number + 1, by, BankStatus.Draft, "");
        return true;
    }

    /// <summary>Takes a step. What is refused changes nothing.</summary>
    /// <param name="step">Which.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="remark">What is to be mended; empty when nothing.</param>
    /// <param name="isAlone">Whether nobody else could review it: who wrote it then publishes it as well.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="lacksPictureText">Whether a picture of the newest version has no words (<see cref="QuestionPrompt.LacksPictureText"/>): it is neither submitted nor published.</param>
    public BankStepOutcome Move(BankStep step, Guid by, string remark, bool isAlone, DateTime now, bool lacksPictureText = false)
    {
        if (!BankSteps.From(Status).Contains(step))
        {
            return new BankStepOutcome.Refused(BankStepRefusal.Moved);
        }

        if (lacksPictureText && step is (BankStep.Submit or BankStep.Publish))
        {
            return new BankStepOutcome.Refused(BankStepRefusal.PictureTextMissing);
        }

        if (step is BankStep.Publish && by == WrittenBy && !isAlone)
        {
            return new BankStepOutcome.Refused(BankStepRefusal.OwnQuestion);
        }

        if (step is BankStep.GiveBack && by != WrittenBy && remark.Length is 0)
        {
            return new BankStepOutcome.Refused(BankStepRefusal.RemarkMissing);
        }

        Touch(by, now);
        Remark = step is BankStep.GiveBack && by != WrittenBy ? remark : "";
        Status = step switch
        {
            BankStep.Submit => BankStatus.Review,
            BankStep.Publish => BankStatus.Published,
            BankStep.GiveBack or BankStep.Restore => BankStatus.Draft,
            BankStep.Retire => BankStatus.Retired,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (step is BankStep.Publish)
        {
            // What answers to the version before said of it, they did not say of this one.
            (PublishedHash, PublishedNumber, Attention) = (Hash, Number, Attention & BankAttention.BasisStale);
        }

        return new BankStepOutcome.Done();
    }

    /// <summary>What a change of many may alter, as it is now.</summary>
    public BankState StateWith(IEnumerable<BankTag> tags)
    {
        var names = tags.OrderBy(tag => tag.Name, StringComparer.Ordinal).ToLookup(tag => tag.Kind, tag => tag.Name);
        return new BankState
        {
            Status = Status,
            PublishedHash = PublishedHash,
            PublishedNumber = PublishedNumber,
            Remark = Remark,
            Attention = Attention,
            Use = Use,
            Difficulty = Difficulty,
            FolderId = FolderId,
            Hash = Hash,
            WrittenBy = WrittenBy,
            Source = Source,
            Tags = [.. names[BankTagKind.Tag]],
            Points = [.. names[BankTagKind.Point]],
        };
    }

    /// <summary>
    /// Puts what a change of many may alter; its newest version is written before. Whether its edition holds is asked anew by itself and stays as it is.
    /// </summary>
    /// <param name="before">What it is to be.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="isRewritten">Whether its version of then was written again for it: where that one was drawn, the new one is, which says the same.</param>
    public void Restore(BankState before, Guid by, DateTime now, bool isRewritten = false)
    {
        Touch(by, now);
        (Status, PublishedHash, PublishedNumber, Remark) = (before.Status, before.PublishedHash, before.PublishedNumber, before.Remark);
        (Use, Difficulty, FolderId) = (before.Use, before.Difficulty, before.FolderId);
        WrittenBy = before.WrittenBy ?? WrittenBy;
        if (before.Hash is not null)
        {
            Source = before.Source;
        }

        if (isRewritten && string.Equals(PublishedHash, Hash, StringComparison.Ordinal))
        {
            PublishedNumber = Number;
        }

        Attention = (Attention & BankAttention.BasisStale) | (before.Attention & ~BankAttention.BasisStale);
    }

    /// <summary>Notes that something about it was changed, by whom and when (UTC).</summary>
    public void Touch(Guid by, DateTime now)
    {
        (UpdatedBy, UpdatedAt) = (by, now);
        Revision++;
    }

    private void Take(QuestionVersion version)
    {
        (Hash, Fingerprint, Kind) = (version.Hash, BankContent.FingerprintOf(version), version.Prompt.Kind);
        CaseId = version.Prompt.Case?.Id;
        (Title, SearchText) = (BankContent.TitleOf(version.Prompt), BankContent.SearchTextOf(version.Prompt));
        (StandardSlug, Edition, ClauseNumber) = version.Key.Basis switch
        {
            Basis.OfClause clause => (clause.StandardSlug, clause.Edition, (string?)clause.ClauseNumber),
            Basis.OfStatement said => (said.StandardSlug, said.Edition, null),
            _ => ((string?)null, (string?)null, null),
        };
    }
}
