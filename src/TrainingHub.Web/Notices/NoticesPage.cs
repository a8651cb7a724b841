using TrainingHub.Hosting;

namespace TrainingHub.Notices;

/// <summary>The reader's own notices, the newest first.</summary>
/// <param name="Filter">As asked.</param>
/// <param name="Rows">Of one page.</param>
/// <param name="Pages">Which.</param>
/// <param name="Unread">How many are unread, whatever is filtered.</param>
/// <param name="MayForesee">Whether to lead to the page that shows who will be reminded.</param>
public sealed record NoticesPage(NoticesFilter Filter, IReadOnlyList<Notice> Rows, Pages Pages, int Unread, bool MayForesee);
