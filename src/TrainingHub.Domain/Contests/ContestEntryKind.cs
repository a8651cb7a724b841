namespace TrainingHub.Contests;

/// <summary>What can happen in a contest. Stored by number: never renumber.</summary>
public enum ContestEntryKind
{
    None = 0,

    /// <summary>Rules and questions are fixed, joining is open. Text: the rules. Item: how many questions.</summary>
    Prepared = 1,

    /// <summary>A seat was taken. Seat.</summary>
    Joined = 2,

    /// <summary>A question is shown and may be answered. Item; Amount: the time limit in milliseconds.</summary>
    Opened = 3,

    /// <summary>An answer. Seat, Item; Text: letters as displayed; Amount: round trip that the client measured, in milliseconds.</summary>
    Answered = 4,

    /// <summary>No more answers. Item.</summary>
    Locked = 5,

    /// <summary>The answer is shown and counts. Item; Text: the letters that are right.</summary>
    Revealed = 6,

    /// <summary>On to the next question, which is not shown yet. Item: that question.</summary>
    Next = 7,

    /// <summary>Time stands still.</summary>
    Paused = 8,
    Resumed = 9,

    /// <summary>改判: what is right was corrected. Item; Text: all answers that are right, with commas; Reason. On a stage: Text: the team and what its answer counts as, <c>team=3;as=1</c>.</summary>
    Ruled = 10,

    /// <summary>A question counts for nobody. Item; Reason.</summary>
    QuestionWithdrawn = 11,

    /// <summary>Points given to or taken from a seat. Seat; Amount: points; Reason.</summary>
    Adjusted = 12,
    Finished = 13,

    /// <summary>Stage: a round was agreed. Item: its number; Text: its settings.</summary>
    RoundAgreed = 30,

    /// <summary>Stage: a round begins. Item: its number.</summary>
    RoundBegun = 31,

    /// <summary>Stage: a question is shown, its time does not run yet. Item. After it, <see cref="Opened"/> is 「开始」.</summary>
    Asked = 32,

    /// <summary>Stage: a team buzzed first. Seat: the team; Item; Amount: 1 when the host typed it.</summary>
    Buzzed = 33,

    /// <summary>Stage: a team buzzed before 「开始」. Seat: the team; Item.</summary>
    FalseStarted = 34,

    /// <summary>Stage: a team chose a risk question. Seat: the team; Amount: its points; Text: the team named, as <c>to=3</c>.</summary>
    Chosen = 35,

    /// <summary>Stage: a team answered. Seat: the team; Item; Text: letters as displayed; Amount: 1 when the host typed it.</summary>
    Given = 36,

    /// <summary>Stage: a team abstained. Seat: the team; Item, or none for a turn to choose a risk question.</summary>
    Abstained = 37,

    /// <summary>Stage: answers were judged. Item; Text: teams that were right and wrong, and what is right once it is shown.</summary>
    Judged = 38,

    /// <summary>Stage: the question goes to the audience. Item.</summary>
    PassedOn = 39,

    /// <summary>Stage: the host renewed what a team's device is opened with; devices that were opened before are out. Seat: the team.</summary>
    DeviceRenewed = 41,

    /// <summary>Stage: a team was punished. Seat: the team; Text: Noise or Cheating; Amount: points; Reason.</summary>
    Penalized = 40,
    /// <summary>No newcomers any more; whoever has a seat keeps it and may come back.</summary>
    JoiningClosed = 14,
    JoiningOpened = 15,

    /// <summary>错题: what players with an account got wrong was put into their mistakes. Amount: how many.</summary>
    MistakesSent = 16,

    /// <summary>
    /// How a class answered a question, written with its revelation: such a contest keeps nothing of single devices. Item; Seat: place of the class in the list,
    /// from 1; Amount: devices present, null for fewer than five; Text: what was chosen how often, <c>A=12;BC=3</c>.
    /// </summary>
    Counted = 17,
}
