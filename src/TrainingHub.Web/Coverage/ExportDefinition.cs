using System.Globalization;

namespace TrainingHub.Coverage;

/// <summary>The words that go with exported facts: how anybody comes from them to our figures.</summary>
internal static class ExportDefinition
{
    /// <param name="today">The day that stands in for days still ahead.</param>
    /// <param name="moment">When it was exported, UTC.</param>
    public static string Of(DateOnly today, DateTime moment) => string.Create(CultureInfo.InvariantCulture, $"""
        # 覆盖率的算法与数据

        导出时刻（UTC）：{moment:yyyy-MM-ddTHH:mm:ssZ}。导出日：{today:yyyy-MM-dd}，尚未到来的日子以这一天代替。
        所有日期首尾均含；“until”为空表示没有终止日；时刻均为UTC。各表含全部行，更正前的也在内：recordedAt 是录入的时刻，supersededAt 是被后来的行代替的
        时刻，为空表示仍是现行事实。某时刻*所知*的行，是 recordedAt ≤ 该时刻、且 supersededAt 为空或晚于该时刻的行。以下第1至6条用导出时刻所知的行（supersededAt 为空）。一格中的多个名称以空格分开，“All”表示全部，“None”表示没有。

        对 targets.csv 中在导出日有效（from ≤ 导出日 ≤ until）的每一行：

        1. 名册日 = rosterDay 与导出日中较早者；截止日 = cutOffDay 与导出日中较早者。
        2. 一条任职（memberships.csv）在某日*符合*，须同时满足：当日有效；用工形式在 employments 之内；其岗位当日对应的 post（positions.csv）在 posts 之内；
           其单位当日在 setter 之下（paths.csv，含自身），且单位当日的 kind 在 kinds 之内、flags 包含 required 的全部、不含 excluded 的任何一个（organizations.csv）。
        3. 名册日与截止日都有符合的任职的人计一次，计在截止日符合的任职中的这一条：先看主任职（primary），再看 from 最早，再看 membership 编号最小。
           同一人其余的单位和岗位计入 elsewhere，不重复计数。
        4. 截止日有效的免训（exclusions.csv，均已批准）使该人计入 excluded，不计入 counted。
        5. 其余的人为应训（counted）。其中有一条培训记录（records.csv）满足下列全部条件的为已训（covered）：未撤销（revokedAt 为空）；programme 相同；
           windowFrom ≤ completionDay ≤ windowUntil，且 completionDay ≤ 截止日；onlyWhileValid 为 yes 时 validUntil 为空或不早于截止日；
           programmes.csv 中截止日有效的一行 onlyWhileInPost 为 yes 时，该人在 completionDay 当日（在任何单位）担任同一 post。
        6. figures.csv 是本系统在导出时刻的每个单位、每个岗位的数字；一个单位及其下级的合计就是各行之和。
           是否达标按整数判断：covered × 100 ≥ percent × counted；percent 为100的，合计范围内还有 declared 为 NotDeclared 的行，也不算达标；counted 为0的不判断。
           declared：截止日该单位该岗位有人任职（不论是否计入）为 Holders；否则取 declarations.csv 中截止日有效、同一单位同一岗位的一行（有几行时取
           recordedAt 最晚的，再取 declaration 编号最大的）：state 为 Vacant（空缺）的即 Vacant，state 为 NotKept（不设）且 confirmed 为 yes（上级已确认）的即
           NotKept；其余情形，包括没有申报、不设而未经确认，都是 NotDeclared（未申报）。

        records.csv 的 recordedAt 是计入台账的时刻，revokedAt 是撤销的时刻（UTC）；restores 是它接续的那条已撤销记录的编号。更正或撤销以前打印的数字，
        只看当时已计入（recordedAt 不晚于该时刻）且当时尚未撤销（revokedAt 为空或晚于该时刻）的记录。

        请假、离岗与合并（供核对，不另外改变数字）：

        7. leaves.csv 的 kind 为 LongSickLeave、MaternityLeave、Secondment、Suspension、Other 的是请假，from 至 until 为请假的日子，organization 是登记的单位。
           请假本身不改变数字：任职照旧有效，仍然应训；只有同期已批准的免训（第4条）才使该人不计入。
        8. kind 为 Retirement、Resignation、TransferOut、Death 的是离岗，from 是离开 organization 后的第一天，没有 until。该人在该单位的任职已在前一天
           结束，memberships.csv 中就是结束后的样子；以后又来任职的，另有一条 from 更晚的任职。
        9. mergers.csv 的一行表示 organization 从 from 起并入 successor。它的任职和下属单位在前一天结束、从 from 起转到 successor 的，memberships.csv 和
           paths.csv 中已是转后的样子；from 以前的日子仍按原单位计算。

        冻结的数字：

        10. snapshots.csv 的一行是一个冻结的数字：target 截至 day、按 moment 所知。以 day 代替上文的“导出日”，以 moment 代替“导出时刻”，只用 moment 所知的行
            （records.csv 只用 recordedAt ≤ moment 的行，其中 revokedAt 为空或晚于 moment 的为未撤销），照第1至6条计算，即得 snapshotfigures.csv 中同一
            snapshot 的各行。

        # How coverage is computed

        The same in English. Days include both ends; an empty “until” means no end; instants are UTC. The files have all rows, corrected ones included: recordedAt is when a row was
        entered, supersededAt when a later one took its place, empty while it is what we know. A row is *known* at an instant when recordedAt is not after it and
        supersededAt is empty or after it; 1 to 6 use what is known at the export (supersededAt empty). Several names in one cell are separated by spaces, “All” means all of them.
        For each row of targets.csv in force on the day of export:

        1. Roster day = the earlier of rosterDay and the day of export; cut-off day = the earlier of cutOffDay and the day of export.
        2. A membership *qualifies* on a day when it holds that day, its employment is among employments, its position's post of that day is among posts, and its
           organization stands that day below the setter (itself included), is of one of the kinds, has all required flags and none of the excluded ones.
        3. Who has a qualifying membership on both days counts once, at the one of the cut-off day that is primary, else the earliest, else of the lower membership id.
           Further units and posts of that person are “elsewhere”.
        4. An exclusion that holds on the cut-off day makes the person excluded, not counted.
        5. All others are counted. Covered are those with a record that is not revoked (revokedAt empty), of the same programme, with windowFrom ≤ completionDay ≤ windowUntil and
           completionDay ≤ cut-off day; where onlyWhileValid is yes, validUntil is empty or not before the cut-off day; where the programme's row of the cut-off day
           says onlyWhileInPost, the person held the same post, in any organization, on completionDay.
        6. figures.csv has the system's own figures of the same moment for every organization and post; sums of rows are the figures of a unit with all below it.
           Met is decided on whole numbers: covered × 100 ≥ percent × counted; with percent 100 it is not met either while a row of the sum says NotDeclared in
           declared; with counted 0 nothing is decided. declared is Holders where somebody holds the post on the cut-off day, counted or not; else it is taken from
           the row of declarations.csv of that organization and post that holds on the cut-off day (of several the one with the latest recordedAt, then the highest
           declaration): Vacant where its state is Vacant, NotKept where its state is NotKept and confirmed (by the unit above) is yes; else NotDeclared.

        In records.csv recordedAt is when the row was entered and revokedAt when it was revoked, UTC; restores is the revoked record whose place a row takes. A figure printed
        before a correction or a revocation follows from the records that were entered by that moment and not revoked yet.

        Leave, departures and mergers (to check with; they change no figure of their own):

        7. Rows of leaves.csv of the kinds LongSickLeave, MaternityLeave, Secondment, Suspension and Other are leave on the days from … until; organization is the one
           that entered it. Leave alone changes no figure: the membership goes on and the person counts, unless an approved exclusion (4) holds.
        8. Rows of the kinds Retirement, Resignation, TransferOut and Death are departures: from is the first day after, there is no until. Memberships in the
           organization ended the day before, and stand so in memberships.csv; whoever came back has another one that begins later.
        9. A row of mergers.csv says that organization went on in successor from the day from. Memberships and units below it that went over ended the day before and
           begin in successor on that day; memberships.csv and paths.csv have them so. Days before belong to the organization as it was.

        Frozen figures:

        10. A row of snapshots.csv is a frozen figure of a target as of day by what was known at moment. With day in the place of the day of export, and only rows
            known at moment (of records.csv those with recordedAt not after it, not revoked where revokedAt is empty or after it), 1 to 6 give the rows of
            snapshotfigures.csv with the same snapshot.

        """);
}
