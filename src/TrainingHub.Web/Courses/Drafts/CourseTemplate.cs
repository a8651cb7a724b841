using System.Text;
using TrainingHub.Courseware;

namespace TrainingHub.Courses.Drafts;

/// <summary>What a new course begins with: one lesson and the fewest questions that make a whole, each place to be written marked with <see cref="UnwrittenPlaces.Mark"/>: it cannot be published before they are.</summary>
public static class CourseTemplate
{
    // Eight different questions: fewer could be guessed, and two alike are refused.
    private const string Questions = """
        - id: start-1
          kind: single
          use: both
          difficulty: 1
          stem: 〔待写〕情景题：写一件学校里会发生的事，问这时应当先做什么。
          options: [先做的正确一步, 看着省事的错误一步, 顺序颠倒的做法, 把责任推给别人的做法]
          answer: A
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        - id: start-2
          kind: trueFalse
          use: practice
          difficulty: 1
          stem: 〔待写〕写一句常见的误解，让学员判断。
          answer: false
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        - id: start-3
          kind: single
          use: practice
          difficulty: 1
          stem: 〔待写〕数字题：问多长时间或者多少次，写清依据的名称和年份。
          options: [偏小的数, 依据里的数, 偏大的数, 别的文件里的数]
          answer: B
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        - id: start-4
          kind: multiple
          use: practice
          difficulty: 1
          stem: 〔待写〕多选题：列出四种现象，问哪些要立即整改。
          options: [第一种隐患, 正常的现象, 第二种隐患, 可以容后的小事]
          answer: AC
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        - id: start-5
          kind: single
          use: practice
          difficulty: 1
          stem: 〔待写〕找错题：写出一段处理经过，问哪一步做得不对。
          options: [发现后马上报告, 现场先拉警戒线, 通知归口部门, 没有记录就结束]
          answer: D
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        - id: start-6
          kind: multiple
          use: practice
          difficulty: 1
          stem: 〔待写〕职责题：问这项工作由哪些岗位负责。
          options: [不相干的岗位, 牵头的岗位, 只配合的外单位, 具体办理的岗位]
          answer: BD
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        - id: start-7
          kind: single
          use: practice
          difficulty: 1
          stem: 〔待写〕比较题：两份文件要求不同，问按哪一份执行。
          options: [按先看到的那份, 按熟人转发的那份, 按现行有效的那份, 两份都可以不管]
          answer: C
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        - id: start-8
          kind: multiple
          use: practice
          difficulty: 1
          stem: 〔待写〕流程题：问整改闭环少不了哪些环节。
          options: [登记, 复查, 宣传报道, 销号]
          answer: ABD
          explanation: 〔待写〕说明为什么对，其他的为什么不对。
          basis: {document: first-document, statement: 〔待写〕依据的原话或者大意}
        """;

    public static SortedDictionary<string, byte[]> Make(string slug, string title)
    {
        var plain = title.ReplaceLineEndings(" ").Replace("\"", "”", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        Add("course.yml", $"""
            slug: {slug}
            title: "{plain}"
            titleEn: "{plain}"
            summary: 〔待写〕用一句话说明学完会什么。
            summaryEn: 〔待写〕Say in one sentence what learners will be able to do.
            audience:
              - teacher
            creditMinutes: 15
            quiz: {slug}-final
            """);
        Add("lessons/01-start.md", """
            ---
            title: 〔待写〕第一课的标题
            minutes: 15
            checks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]
            ---

            ## 〔待写〕小标题

            〔待写〕在这里写课文。左边写，右边看到学员看到的样子。

            ::: warning
            〔待写〕需要提醒的事写在这样的块里。
            :::
            """);
        Add("questions/lesson-1.yml", Questions);
        Add("documents/first-document.yml", """
            id: first-document
            title: 〔待写〕文件名称
            number: 〔待写〕文号
            issuer: 〔待写〕发布机关
            status: inForce
            seen: V
            statements:
              - 〔待写〕依据的原话或者大意
            """);
        Add($"quizzes/{slug}-final.yml", $"""
            slug: {slug}-final
            title: 结业测验
            titleEn: Final quiz
            minutes: 10
            passPercent: 80
            attempts: 0
            waitMinutes: 10
            sections:
              - kind: single
                count: 1
                points: 10
            """);
        return files;

        void Add(string name, string text) => files.Add($"{slug}/{name}", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n") + "\n"));
    }
}
