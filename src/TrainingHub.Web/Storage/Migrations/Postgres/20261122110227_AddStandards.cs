using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddStandards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "OwnerId",
                table: "PublishedEditions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "PublishedEditions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<int>(
                name: "Readers",
                table: "PublishedEditions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Group = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReadersId = table.Column<Guid>(type: "uuid", nullable: true),
                    TitleWords = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    TextWords = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BasisReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CourseSlug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Subject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Under = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReviewedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BasisReviews", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_Kind_Group",
                table: "SearchEntries",
                columns: new[] { "Kind", "Group" });

            migrationBuilder.CreateIndex(
                name: "IX_BasisReviews_CourseSlug_Subject_Under",
                table: "BasisReviews",
                columns: new[] { "CourseSlug", "Subject", "Under" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PublishedEditions_OwnerId",
                table: "PublishedEditions",
                column: "OwnerId");

            migrationBuilder.AddForeignKey(
                name: "FK_PublishedEditions_Organizations_OwnerId",
                table: "PublishedEditions",
                column: "OwnerId",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PublishedEditions_Organizations_OwnerId",
                table: "PublishedEditions");

            migrationBuilder.DropTable(
                name: "BasisReviews");

            migrationBuilder.DropTable(
                name: "SearchEntries");

            migrationBuilder.DropIndex(
                name: "IX_PublishedEditions_OwnerId",
                table: "PublishedEditions");

            migrationBuilder.DropColumn(
                name: "OwnerId",
                table: "PublishedEditions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "PublishedEditions");

            migrationBuilder.DropColumn(
                name: "Readers",
                table: "PublishedEditions");
        }
    }
}
