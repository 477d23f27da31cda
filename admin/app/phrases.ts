export interface Phrases {
  [key: string]: string | Phrases;
}

/** Every word of both; where both have one, that of `over`. */
export function mergePhrases(under: Phrases, over: Phrases): Phrases {
  const merged = { ...under };
  for (const [key, word] of Object.entries(over)) {
    const old = merged[key];
    merged[key] =
      typeof word === 'object' && typeof old === 'object' ? mergePhrases(old, word) : word;
  }
  return merged;
}

/**
 * Decap's Vietnamese words where its own are missing, wrong or not the glossary's. Merged over the
 * package's `vi`; a test holds that no key of its `en` is left without a word.
 */
export const phrases = {
  auth: {
    loginWithAzure: 'Đăng nhập bằng Azure',
    loginWithForgejo: 'Đăng nhập bằng Forgejo',
  },
  app: {
    header: { workflow: 'Quy trình duyệt', media: 'Thư viện ảnh', quickAdd: 'Thêm mới' },
    app: {
      errorHeader: 'Không mở được trang quản trị',
      checkConfigYml: 'Hãy báo người quản trị hệ thống.',
      loadingConfig: 'Đang mở…',
      waitingBackend: 'Đang chờ máy chủ…',
    },
  },
  collection: {
    sidebar: {
      collections: 'Loại nội dung',
      allCollections: 'Tất cả các loại',
      searchAll: 'Tìm trong tất cả',
      searchIn: 'Tìm trong',
    },
    collectionTop: {
      viewAs: 'Hiện dạng',
      viewAsList: 'Hiện dạng danh sách',
      viewAsGrid: 'Hiện dạng ô',
      newButton: '+ Thêm %{collectionLabel}',
      newButtonAriaLabel: 'Thêm %{collectionLabel}',
      searchResults: 'Kết quả tìm “%{searchTerm}”',
      searchResultsInCollection: 'Kết quả tìm “%{searchTerm}” trong %{collection}',
      groupBy: 'Nhóm theo',
    },
    entries: {
      cachingEntries: 'Đang chuẩn bị danh sách…',
      unpublishedHeader: 'Mục chưa đăng',
    },
    groups: { other: 'Còn lại', negateLabel: 'Không phải %{label}' },
  },
  editor: {
    editorControl: {
      field: { widgetLabel: 'Ô nhập', optional: 'có thể để trống' },
    },
    editorControlPane: {
      widget: {
        required: '%{fieldLabel}: còn trống. Hãy điền.',
        regexPattern: '%{fieldLabel}: %{pattern}',
        processing: '%{fieldLabel}: đang xử lý.',
        range: '%{fieldLabel}: phải từ %{minValue} đến %{maxValue}.',
        min: '%{fieldLabel}: ít nhất là %{minValue}.',
        max: '%{fieldLabel}: nhiều nhất là %{maxValue}.',
        rangeCount: '%{fieldLabel}: cần từ %{minCount} đến %{maxCount} mục.',
        rangeCountExact: '%{fieldLabel}: cần đúng %{count} mục.',
        rangeMin: '%{fieldLabel}: cần ít nhất %{minCount} mục.',
        rangeMax: '%{fieldLabel}: nhiều nhất %{maxCount} mục.',
        invalidPath: 'Đường dẫn “%{path}” không dùng được.',
        pathExists: 'Đường dẫn “%{path}” đã có.',
      },
      i18n: {
        writingInLocale: 'Đang viết bằng %{locale}',
        copyFromLocale: 'Chép từ ngôn ngữ khác',
        copyFromLocaleConfirm: 'Chép nội dung từ %{locale}?\nNội dung đang có sẽ bị thay hết.',
      },
    },
    editor: {
      onLeavePage: 'Có thay đổi chưa lưu. Vẫn rời trang này?',
      onUpdatingWithUnsavedChanges: 'Có thay đổi chưa lưu. Hãy lưu trước khi đổi trạng thái.',
      onPublishingNotReady: 'Mục phải ở trạng thái “Sẵn sàng” thì mới đăng được.',
      onPublishingWithUnsavedChanges: 'Có thay đổi chưa lưu. Hãy lưu trước khi đăng.',
      onPublishing: 'Đăng mục này lên trang?',
      onUnpublishing: 'Gỡ mục này khỏi trang?',
      onDeleteWithUnsavedChanges:
        'Xóa mục đã đăng này, cùng những thay đổi chưa lưu trong lần mở này?',
      onDeletePublishedEntry: 'Xóa mục đã đăng này?',
      onDeleteUnpublishedChangesWithUnsavedChanges:
        'Mọi thay đổi chưa đăng của mục này và những gì chưa lưu sẽ mất. Vẫn xóa?',
      onDeleteUnpublishedChanges: 'Mọi thay đổi chưa đăng của mục này sẽ mất. Vẫn xóa?',
      confirmLoadBackup:
        'Trên máy này còn một bản đang viết dở, chưa lưu, của mục này. Dùng bản đó?',
    },
    editorInterface: {
      toggleI18n: 'Bật, tắt ngôn ngữ khác',
      togglePreview: 'Bật, tắt xem trước',
      toggleScrollSync: 'Cuộn cùng nhau',
      toggleNotes: 'Bật, tắt ghi chú',
    },
    editorNotesPane: {
      title: 'Ghi chú',
      emptyState: 'Chưa có ghi chú. Viết ghi chú đầu tiên ở dưới.',
      addNote: 'Thêm ghi chú',
      addPlaceholder: 'Viết ghi chú…',
      editPlaceholder: 'Sửa ghi chú…',
      save: 'Lưu',
      cancel: 'Thôi',
      edit: 'Sửa',
      delete: 'Xóa',
      resolve: 'Đã xong',
      unresolve: 'Mở lại',
      confirmDelete: 'Xóa ghi chú này?',
      shortcut: 'Nhấn Ctrl+Enter để thêm nhanh',
    },
    editorToolbar: {
      publishing: 'Đang đăng…',
      publish: 'Đăng',
      published: 'Đã đăng',
      unpublish: 'Gỡ khỏi trang',
      unpublishing: 'Đang gỡ…',
      publishAndCreateNew: 'Đăng và viết mục mới',
      publishAndDuplicate: 'Đăng và chép thành mục mới',
      duplicate: 'Chép thành mục mới',
      deleteUnpublishedChanges: 'Bỏ thay đổi chưa đăng',
      deleteUnpublishedEntry: 'Xóa bản nháp',
      deletePublishedEntry: 'Xóa mục đã đăng',
      deleteEntry: 'Xóa mục',
      saving: 'Đang lưu…',
      deleting: 'Đang xóa…',
      updating: 'Đang đổi trạng thái…',
      status: 'Trạng thái: %{status}',
      statusInfoTooltipDraft:
        'Mục đang là bản nháp. Viết xong, hãy chuyển sang “Chờ duyệt” để gửi người duyệt.',
      statusInfoTooltipInReview:
        'Mục đang chờ duyệt, bạn không phải làm gì thêm. Bạn vẫn sửa được trong lúc chờ.',
      backCollection: ' Về danh sách %{collectionLabel}',
      unsavedChanges: 'Chưa lưu',
      changesSaved: 'Đã lưu',
      draft: 'Bản nháp',
      inReview: 'Chờ duyệt',
      ready: 'Sẵn sàng',
      publishNow: 'Đăng ngay',
      deployPreviewPendingButtonLabel: 'Tìm bản xem thử',
      deployPreviewButtonLabel: 'Xem trang thật',
      deployButtonLabel: 'Xem trên trang',
    },
    editorWidgets: {
      markdown: {
        bold: 'Đậm',
        italic: 'Nghiêng',
        strikethrough: 'Gạch ngang',
        code: 'Mã',
        link: 'Đường dẫn',
        linkPrompt: 'Nhập địa chỉ của đường dẫn',
        headings: 'Đầu mục',
        quote: 'Trích dẫn',
        bulletedList: 'Danh sách chấm',
        numberedList: 'Danh sách số',
        addComponent: 'Thêm khung',
        toggleMode: { rich: 'Chuyển sang soạn có định dạng', markdown: 'Chuyển sang Markdown' },
      },
      image: {
        choose: 'Chọn ảnh',
        chooseMultiple: 'Chọn nhiều ảnh',
        chooseUrl: 'Dùng địa chỉ ảnh',
        replaceUrl: 'Thay bằng địa chỉ ảnh',
        promptUrl: 'Nhập địa chỉ của ảnh',
        chooseDifferent: 'Chọn ảnh khác',
        addMore: 'Thêm ảnh',
        remove: 'Bỏ ảnh',
        removeAll: 'Bỏ mọi ảnh',
      },
      file: {
        choose: 'Chọn tệp',
        chooseMultiple: 'Chọn nhiều tệp',
        chooseUrl: 'Dùng địa chỉ tệp',
        replaceUrl: 'Thay bằng địa chỉ tệp',
        promptUrl: 'Nhập địa chỉ của tệp',
        chooseDifferent: 'Chọn tệp khác',
        addMore: 'Thêm tệp',
        remove: 'Bỏ tệp',
        removeAll: 'Bỏ mọi tệp',
      },
      unknownControl: { noControl: 'Chưa có ô nhập cho loại “%{widget}”.' },
      unknownPreview: { noPreview: 'Chưa có xem trước cho loại “%{widget}”.' },
      headingOptions: {
        headingOne: 'Đầu mục cấp 1',
        headingTwo: 'Đầu mục cấp 2',
        headingThree: 'Đầu mục cấp 3',
        headingFour: 'Đầu mục cấp 4',
        headingFive: 'Đầu mục cấp 5',
        headingSix: 'Đầu mục cấp 6',
      },
      datetime: { now: 'Hôm nay', clear: 'Xóa ngày', setToNow: 'Đặt %{fieldLabel} là hôm nay' },
      list: { add: 'Thêm %{item}', addType: 'Thêm %{item}' },
      object: { expand: 'Mở ra', collapse: 'Thu lại' },
    },
  },
  mediaLibrary: {
    mediaLibraryCard: {
      draft: 'Chưa đăng',
      copy: 'Chép',
      copyUrl: 'Chép địa chỉ',
      copyPath: 'Chép đường dẫn',
      copyName: 'Chép tên',
      copied: 'Đã chép',
    },
    mediaLibrary: { onDelete: 'Xóa ảnh đã chọn?' },
    mediaLibraryModal: {
      close: 'Đóng',
      noAssetsFound: 'Chưa có tệp nào.',
      noImagesFound: 'Chưa có ảnh nào.',
      images: 'Ảnh',
      mediaAssets: 'Thư viện ảnh',
      search: 'Tìm…',
      uploading: 'Đang tải lên…',
      deleting: 'Đang xóa…',
      deleteSelected: 'Xóa ảnh đã chọn',
      chooseSelected: 'Dùng ảnh đã chọn',
    },
  },
  ui: {
    default: { goBackToSite: 'Về trang web' },
    errorBoundary: {
      title: 'Có lỗi',
      details:
        'Trang quản trị gặp lỗi. Hãy chép nội dung đang viết ra chỗ khác, tải lại trang, và báo người quản trị. Người quản trị có thể ',
      reportIt: 'báo lỗi cho người làm phần mềm (trang tiếng Anh).',
      privacyWarning:
        'Đường dẫn này mở một trang bên ngoài và điền sẵn thông tin lỗi.\nĐừng gửi nội dung chưa công bố.',
      recoveredEntry: {
        heading: 'Nội dung đang viết',
        warning: 'Hãy chép nội dung này ra chỗ khác trước khi rời trang!',
        copyButtonLabel: 'Chép',
      },
    },
    settingsDropdown: { account: 'Tài khoản' },
    toast: {
      onFailToLoadEntries: 'Không mở được: %{details}',
      onFailToLoadDeployPreview: 'Không mở được bản xem thử: %{details}',
      onFailToPersist: 'Chưa lưu được: %{details}',
      onFailToDelete: 'Chưa xóa được: %{details}',
      onFailToUpdateStatus: 'Chưa đổi được trạng thái: %{details}',
      missingRequiredField: 'Có ô còn trống hoặc chưa đúng. Hãy xem chỗ báo đỏ rồi lưu lại.',
      entrySaved: 'Đã lưu',
      entryPublished: 'Đã đăng',
      entryUnpublished: 'Đã gỡ khỏi trang',
      onFailToPublishEntry: 'Chưa đăng được: %{details}',
      onFailToUnpublishEntry: 'Chưa gỡ được: %{details}',
      entryUpdated: 'Đã đổi trạng thái',
      onDeleteUnpublishedChanges: 'Đã bỏ thay đổi chưa đăng',
      noteAdded: 'Đã thêm ghi chú',
      onFailToAddNote: 'Chưa thêm được ghi chú: %{details}',
      noteUpdated: 'Đã sửa ghi chú',
      onFailToUpdateNote: 'Chưa sửa được ghi chú: %{details}',
      noteDeleted: 'Đã xóa ghi chú',
      onFailToDeleteNote: 'Chưa xóa được ghi chú: %{details}',
      noteResolved: 'Ghi chú đã xong',
      noteReopened: 'Đã mở lại ghi chú',
      onFailToToggleNote: 'Chưa đổi được ghi chú: %{details}',
      onLoggedOut: 'Phiên làm việc đã hết. Hãy chép nội dung đang viết, rồi đăng nhập lại.',
      onBackendDown: 'Máy chủ đang gặp trục trặc. Xem thêm: %{details}',
    },
  },
  workflow: {
    workflow: {
      loading: 'Đang tải các mục chưa đăng',
      workflowHeading: 'Quy trình duyệt',
      newPost: 'Thêm mục mới',
      description:
        '%{smart_count} mục chờ duyệt, %{readyCount} mục sẵn sàng đăng. |||| %{smart_count} mục chờ duyệt, %{readyCount} mục sẵn sàng đăng. ',
      dateFormat: 'D MMMM',
    },
    workflowCard: {
      lastChange: '%{date}, %{author}',
      lastChangeNoDate: '%{author}',
      deleteChanges: 'Bỏ thay đổi',
      deleteNewEntry: 'Xóa bản nháp',
      publishChanges: 'Đăng thay đổi',
      publishNewEntry: 'Đăng',
    },
    workflowList: {
      onDeleteEntry: 'Xóa mục này?',
      onPublishingNotReadyEntry: 'Mục phải ở cột “Sẵn sàng” thì mới đăng được.',
      onPublishEntry: 'Đăng mục này lên trang?',
      draftHeader: 'Bản nháp',
      inReviewHeader: 'Chờ duyệt',
      readyHeader: 'Sẵn sàng',
      currentEntries: '%{smart_count} mục |||| %{smart_count} mục',
    },
  },
};
